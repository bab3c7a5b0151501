#include "ui/results/owntimesrow.h"

#include "ui/results/choice.h"
#include "ui/results/recordtext.h"
#include "ui/widgets/accessible.h"
#include "ui/widgets/valuefield.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui::results {

using namespace Qt::StringLiterals;
using widgets::ValueField;

namespace {

void showTime(ValueField &field, const std::optional<QDateTime> &time, const QString &absent)
{
    const OwnTime own = time ? ownTime(*time) : OwnTime{absent, {}, {}};
    field.setValue(own.text, own.exact);
    field.setToolTip(widgets::plainToolTip(own.hint));
    field.setTone(time ? std::nullopt : std::optional(widgets::Tone::Quiet));
}

} // namespace

OwnTimesRow::OwnTimesRow(QWidget *parent)
    : QWidget(parent)
    , m_sent(new ValueField("Sent at"_L1, this))
    , m_answered(new ValueField("Answered at"_L1, this))
    , m_took(new ValueField("Duration"_L1, this))
{
    m_took->setToolTip(tr("From sending the request to the end of its answer"));
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    const auto add = [this, layout](const QString &words, ValueField *field) {
        auto *caption = new QLabel(words, this);
        caption->setTextFormat(Qt::PlainText);
        caption->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        field->setElastic(true);
        layout->addWidget(caption);
        layout->addWidget(field);
        layout->addStretch(1);
    };
    add(tr("Sent"), m_sent);
    add(tr("Answered"), m_answered);
    //: Before how long it took.
    add(tr("Took"), m_took);
}

void OwnTimesRow::setSent(const Sent &sent)
{
    showTime(*m_sent, sent.sentAt, sent.status);
    showTime(*m_answered, sent.answeredAt, sent.status);
    const std::optional<QString> took = durationOf(sent);
    m_took->setValue(took.value_or(u"–"_s));
    m_took->setTone(took ? std::nullopt : std::optional(widgets::Tone::Quiet));
}

} // namespace ui::results
