#include "ui/settings/settingsdialog.h"

#include "ui/settings/connectionpage.h"
#include "ui/widgets/accessible.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QEvent>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui::settings {

using namespace Qt::StringLiterals;

namespace {

constexpr int lineLength = 100; ///< characters that fit beside each other, fields and all

/// What does not fit into a small screen is scrolled to.
class PageArea final : public QScrollArea
{
public:
    PageArea(SettingsPage &page, QWidget *parent)
        : QScrollArea(parent)
    {
        setWidget(&page);
        setWidgetResizable(true);
        setFrameShape(QFrame::NoFrame);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        // The ground is the dialog's, also where a style paints tabs in another colour.
        viewport()->setAutoFillBackground(false);
        page.setAutoFillBackground(false);
        for (auto *field : page.findChildren<QWidget *>()) {
            if (isTurned(*field)) {
                field->setFocusPolicy(Qt::StrongFocus);
                field->installEventFilter(this);
            }
        }
    }

    /// Of the whole page, so wide that its sentences take few lines.
    [[nodiscard]] QSize sizeHint() const override
    {
        const QWidget &page = *widget();
        const int width =
            std::max(page.minimumSizeHint().width(), lineLength * fontMetrics().averageCharWidth());
        const int height = page.layout()->hasHeightForWidth()
                               ? page.layout()->totalHeightForWidth(width)
                               : page.sizeHint().height();
        return {width + verticalScrollBar()->sizeHint().width(), height};
    }

    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return {widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width(),
                QScrollArea::minimumSizeHint().height()};
    }

    /// Who scrolls the page changes nothing that the pointer comes across.
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Wheel) {
            const auto &widget = static_cast<const QWidget &>(*watched);
            if (isTurned(widget) && !widget.hasFocus()) {
                event->ignore(); // it is this area's then
                return true;
            }
        }
        return QScrollArea::eventFilter(watched, event);
    }

private:
    /// Whether the wheel changes its value.
    [[nodiscard]] static bool isTurned(const QWidget &widget)
    {
        return qobject_cast<const QAbstractSpinBox *>(&widget) != nullptr ||
               qobject_cast<const QComboBox *>(&widget) != nullptr;
    }
};

} // namespace

SettingsDialog::SettingsDialog(::accounts::NetworkKeeper &network, QWidget *parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_buttons(new QDialogButtonBox(this))
{
    setWindowTitle(tr("Settings"));
    m_tabs->setTabBarAutoHide(true);
    m_tabs->setDocumentMode(true);
    addPage(new ConnectionPage(network, this));
    makeButtons();
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_tabs, 1);
    layout->addWidget(m_buttons);
    // Whole where there is room: by itself Qt takes no more than two thirds of the screen.
    const QSize margin(40, 80); // the window's frame, and something to grasp it by
    resize(sizeHint().boundedTo(screen()->availableSize() - margin));
    showState();
    const auto wrong = std::ranges::find_if(m_pages, &SettingsPage::showProblem);
    if (wrong != m_pages.end()) {
        m_tabs->setCurrentIndex(int(wrong - m_pages.begin()));
    } else {
        m_pages.front()->setFocus();
    }
}

void SettingsDialog::addPage(SettingsPage *page)
{
    m_pages.push_back(page);
    m_tabs->addTab(new PageArea(*page, m_tabs), page->title());
    connect(page, &SettingsPage::edited, this, &SettingsDialog::showState);
}

void SettingsDialog::makeButtons()
{
    m_buttons->setStandardButtons(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                  QDialogButtonBox::Apply | QDialogButtonBox::RestoreDefaults);
    QPushButton *ok = m_buttons->button(QDialogButtonBox::Ok);
    QPushButton *apply = m_buttons->button(QDialogButtonBox::Apply);
    QPushButton *defaults = m_buttons->button(QDialogButtonBox::RestoreDefaults);
    widgets::setStableName(*ok, "OK"_L1);
    widgets::setStableName(*apply, "Apply"_L1);
    widgets::setStableName(*m_buttons->button(QDialogButtonBox::Cancel), "Cancel"_L1);
    widgets::setStableName(*defaults, "Restore defaults"_L1,
                           tr("Fills in the defaults, which hold with OK or Apply"));
    defaults->setToolTip(tr("Fills in the defaults, which hold with OK or Apply"));
    ok->setDefault(true);
    connect(apply, &QPushButton::clicked, this, &SettingsDialog::apply);
    connect(defaults, &QPushButton::clicked, this, &SettingsDialog::showDefaults);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &SettingsDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &SettingsDialog::reject);
}

bool SettingsDialog::apply()
{
    for (int index = 0; index < m_tabs->count(); ++index) {
        SettingsPage *page = m_pages[size_t(index)];
        if (page->isEdited() && !page->apply()) {
            m_tabs->setCurrentIndex(index);
            // The field the page gave the focus to, with the reason beneath it.
            auto *area = static_cast<QScrollArea *>(m_tabs->widget(index));
            area->ensureWidgetVisible(focusWidget(), 0, 2 * fontMetrics().lineSpacing());
            showState();
            return false;
        }
    }
    showState();
    return true;
}

void SettingsDialog::accept()
{
    if (apply()) {
        QDialog::accept();
    }
}

void SettingsDialog::showDefaults()
{
    for (SettingsPage *page : m_pages) {
        page->showDefaults();
    }
}

void SettingsDialog::showState()
{
    m_buttons->button(QDialogButtonBox::Apply)
        ->setEnabled(std::ranges::any_of(m_pages, &SettingsPage::isEdited));
}

} // namespace ui::settings
