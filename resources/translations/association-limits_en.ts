<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>SubmitText</name>
    <message numerus="yes">
        <source>Saved %1 of %Ln limit(s).</source>
        <extracomment>%1 is how many of them were saved</extracomment>
        <translation>
            <numerusform>Saved %1 of %Ln limit.</numerusform>
            <numerusform>Saved %1 of %Ln limits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln need(s) your attention.</source>
        <translation>
            <numerusform>%Ln needs your attention.</numerusform>
            <numerusform>%Ln need your attention.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsPanel</name>
    <message numerus="yes">
        <source>%Ln row(s) with errors</source>
        <translation>
            <numerusform>%Ln row with errors</numerusform>
            <numerusform>%Ln rows with errors</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::editor::LimitsView</name>
    <message numerus="yes">
        <source>remove %n row(s)</source>
        <extracomment>undo step</extracomment>
        <translation>
            <numerusform>remove %n row</numerusform>
            <numerusform>remove %n rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::results::Verdict</name>
    <message numerus="yes">
        <source>and %n more</source>
        <comment>wrong fields of an answer</comment>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewDialog</name>
    <message numerus="yes">
        <source>Type ID %1 (%2): at most %Ln record(s)</source>
        <translation>
            <numerusform>Type ID %1 (%2): at most %Ln record</numerusform>
            <numerusform>Type ID %1 (%2): at most %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, type ID %2 (%3): at most %Ln record(s)</source>
        <translation>
            <numerusform>%1, type ID %2 (%3): at most %Ln record</numerusform>
            <numerusform>%1, type ID %2 (%3): at most %Ln records</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Set %Ln limit(s) for %1 → %2</source>
        <translation>
            <numerusform>Set %Ln limit for %1 → %2</numerusform>
            <numerusform>Set %Ln limits for %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln remark</numerusform>
            <numerusform>%Ln remarks</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::Submitter</name>
    <message numerus="yes">
        <source>Submitting %Ln limit(s)…</source>
        <translation>
            <numerusform>Submitting %Ln limit…</numerusform>
            <numerusform>Submitting %Ln limits…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::widgets::OutcomeWords</name>
    <message numerus="yes">
        <source>%n stored</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n stored</numerusform>
            <numerusform>%n stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n stored differently</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n stored differently</numerusform>
            <numerusform>%n stored differently</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unknown</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n unknown</numerusform>
            <numerusform>%n unknown</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
</context>
</TS>
