#include "ui/editor/pairselector.h"

#include "ui/editor/limitstext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/icons.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>

namespace ui::editor {

using namespace Qt::StringLiterals;
using limits::ObjectType;

namespace {

void addHeading(QStandardItemModel *model, const QString &text)
{
    auto *heading = new QStandardItem(text);
    heading->setFlags(Qt::NoItemFlags);
    QFont font = heading->font();
    font.setBold(true);
    heading->setFont(font);
    model->appendRow(heading);
}

void addTypes(QStandardItemModel *model, const QString &heading,
              const std::vector<ObjectType> &types)
{
    if (types.empty()) {
        return;
    }
    addHeading(model, heading);
    for (const ObjectType &type : types) {
        model->appendRow(new QStandardItem(displayName(type)));
    }
}

// On Linux, assistive tools see a combo box by its current text, and its line by its name.
void setNames(QComboBox &box, QLatin1StringView english, const QString &description)
{
    widgets::setStableName(box, english, description);
    widgets::setStableName(*box.lineEdit(), english, description);
}

} // namespace

PairSelector::PairSelector(limits::ObjectTypes types, QWidget *parent)
    : QWidget(parent)
    , m_types(std::move(types))
    , m_from(new QComboBox(this))
    , m_to(new QComboBox(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    auto *swapButton = new QToolButton(this);
    swapButton->setIcon(widgets::icon(widgets::IconName::Swap));
    swapButton->setAutoRaise(true);
    swapButton->setToolTip(tr("Swap source and target (Ctrl+Shift+X)"));
    widgets::setStableName(*swapButton, "Swap"_L1, tr("Swap source and target"));
    connect(swapButton, &QToolButton::clicked, this, &PairSelector::swap);

    addBox(layout, m_from, tr("Fr&om"));
    setNames(*m_from, "From object type"_L1, tr("Source object type"));
    layout->addWidget(swapButton);
    addBox(layout, m_to, tr("&To"));
    setNames(*m_to, "To object type"_L1, tr("Target object type"));
    fill();
}

void PairSelector::addBox(QHBoxLayout *layout, QComboBox *box, const QString &text)
{
    auto *label = new QLabel(text, this);
    label->setBuddy(box);
    label->setContentsMargins(4, 0, 0, 0);
    // The underlined letter ends the kerning, so that "To" is drawn wider than it was measured.
    label->setMinimumWidth(label->sizeHint().width() + 4);
    layout->addWidget(label);
    layout->addWidget(box, 1);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMaxVisibleItems(20);
    box->setMinimumContentsLength(14);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setModel(new QStandardItemModel(box));
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->lineEdit()->setPlaceholderText(tr("name or ID, such as 2-12345"));
    connect(box, &QComboBox::activated, this, &PairSelector::choose);
    connect(box->lineEdit(), &QLineEdit::editingFinished, this, &PairSelector::choose);
}

void PairSelector::setTypes(const limits::ObjectTypes &types)
{
    m_types = types;
    fill();
    const auto renew = [this](QComboBox *box, ObjectType &type) {
        // What somebody is typing stays.
        const bool untouched = box->currentText() == displayName(type);
        type = m_types.byId(type.id).value_or(type);
        if (untouched) {
            box->setEditText(displayName(type));
        }
    };
    renew(m_from, m_fromType);
    renew(m_to, m_toType);
}

void PairSelector::setHint(const QString &hint)
{
    m_hint = hint;
    fill();
}

void PairSelector::setRecent(const std::vector<ObjectType> &recent)
{
    m_recent = recent;
    fill();
}

void PairSelector::fill()
{
    std::vector<ObjectType> standard;
    std::vector<ObjectType> custom;
    for (const ObjectType &type : m_types.all()) {
        (type.isCustom() ? custom : standard).push_back(type);
    }
    for (QComboBox *box : {m_from, m_to}) {
        const QSignalBlocker blocker(box);
        const QString text = box->currentText();
        auto *model = qobject_cast<QStandardItemModel *>(box->model());
        model->clear();
        addTypes(model, tr("Recent"), m_recent);
        addTypes(model, tr("Custom"), custom);
        addTypes(model, tr("Standard"), standard);
        if (!m_hint.isEmpty()) {
            auto *hint = new QStandardItem(m_hint);
            hint->setFlags(Qt::NoItemFlags);
            hint->setToolTip(m_hint);
            model->appendRow(hint);
        }
        box->setCurrentIndex(-1);
        box->setEditText(text);
    }
}

void PairSelector::setPair(const ObjectType &from, const ObjectType &to)
{
    m_fromType = from;
    m_toType = to;
    m_from->setEditText(displayName(from));
    m_to->setEditText(displayName(to));
    Q_EMIT problem({});
}

void PairSelector::focusFrom()
{
    m_from->setFocus(Qt::ShortcutFocusReason);
    m_from->lineEdit()->selectAll();
}

void PairSelector::swap()
{
    const QString from = m_from->currentText();
    m_from->setEditText(m_to->currentText());
    m_to->setEditText(from);
    choose();
}

void PairSelector::choose()
{
    for (const QComboBox *box : {m_from, m_to}) {
        const auto type = m_types.parse(box->currentText());
        if (!type) {
            Q_EMIT problem(objectTypeErrorText(type.error(), box->currentText().trimmed()));
            return;
        }
    }
    const ObjectType from = m_types.parse(m_from->currentText()).value();
    const ObjectType to = m_types.parse(m_to->currentText()).value();
    const bool isNew = from != m_fromType || to != m_toType;
    setPair(from, to);
    if (isNew) {
        Q_EMIT pairChosen(from, to);
    }
}

} // namespace ui::editor
