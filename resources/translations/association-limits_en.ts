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
    <name>ui::editor::ReadProblem</name>
    <message numerus="yes">
        <source>%Ln type(s) are of a category this program does not know and are not shown.</source>
        <translation>
            <numerusform>%Ln type is of a category this program does not know and is not shown.</numerusform>
            <numerusform>%Ln types are of a category this program does not know and are not shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::history::CompareDialog</name>
    <message numerus="yes">
        <source>&amp;Only differences (%Ln hidden)</source>
        <translation>
            <numerusform>&amp;Only differences (%Ln hidden)</numerusform>
            <numerusform>&amp;Only differences (%Ln hidden)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::history::HistoryEdits</name>
    <message numerus="yes">
        <source>They can&apos;t be brought back. The limits in HubSpot stay as they are.</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>It cannot be brought back. The limits in HubSpot stay as they are.</numerusform>
            <numerusform>They cannot be brought back. The limits in HubSpot stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of them are pinned.</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln of them is pinned.</numerusform>
            <numerusform>%Ln of them are pinned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are being submitted and stay.</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln is being submitted and stays.</numerusform>
            <numerusform>%Ln are being submitted and stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %Ln submissions?</source>
        <translation>
            <numerusform>Delete %Ln submission?</numerusform>
            <numerusform>Delete %Ln submissions?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::history::HistoryPanel</name>
    <message numerus="yes">
        <source>%Ln submissions</source>
        <translation>
            <numerusform>%Ln submission</numerusform>
            <numerusform>%Ln submissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::history::StorageDialog</name>
    <message numerus="yes">
        <source>Would remove %Ln submissions of %1. Pinned ones stay.</source>
        <translation>
            <numerusform>Would remove %Ln submission of %1. Pinned ones stay.</numerusform>
            <numerusform>Would remove %Ln submissions of %1. Pinned ones stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Would remove %Ln submissions from %1 to %2. Pinned ones stay.</source>
        <translation>
            <numerusform>Would remove %Ln submission from %1 to %2. Pinned ones stay.</numerusform>
            <numerusform>Would remove %Ln submissions from %1 to %2. Pinned ones stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln pinned</source>
        <comment>submissions</comment>
        <translation>
            <numerusform>%Ln pinned</numerusform>
            <numerusform>%Ln pinned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::history::TransferText</name>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>problems</comment>
        <translation>
            <numerusform>and %Ln more</numerusform>
            <numerusform>and %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) were added before that. Import the file again to add the rest; none is added twice.</source>
        <translation>
            <numerusform>%Ln submission was added before that. Import the file again to add the rest; none is added twice.</numerusform>
            <numerusform>%Ln submissions were added before that. Import the file again to add the rest; none is added twice.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) exported.</source>
        <translation>
            <numerusform>%Ln submission exported.</numerusform>
            <numerusform>%Ln submissions exported.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln damaged submission(s) could not be read and are not in the file.</source>
        <translation>
            <numerusform>%Ln damaged submission could not be read and is not in the file.</numerusform>
            <numerusform>%Ln damaged submissions could not be read and are not in the file.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) added.</source>
        <translation>
            <numerusform>%Ln submission added.</numerusform>
            <numerusform>%Ln submissions added.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln submission(s) of the file were here already and stay as they are.</source>
        <translation>
            <numerusform>%Ln submission of the file was here already and stays as it is.</numerusform>
            <numerusform>%Ln submissions of the file were here already and stay as they are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln submission(s) exported</source>
        <translation>
            <numerusform>%1 of %Ln submission exported</numerusform>
            <numerusform>%1 of %Ln submissions exported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Checking the file: %Ln submission(s) read</source>
        <translation>
            <numerusform>Checking the file: %Ln submission read</numerusform>
            <numerusform>Checking the file: %Ln submissions read</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln submission(s) taken in</source>
        <translation>
            <numerusform>%1 of %Ln submission taken in</numerusform>
            <numerusform>%1 of %Ln submissions taken in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::HistoryCommands</name>
    <message numerus="yes">
        <source>%Ln limit(s) of the submission of %1 are entered. Nothing is submitted yet.</source>
        <translation>
            <numerusform>%Ln limit of the submission of %1 is entered. Nothing is submitted yet.</numerusform>
            <numerusform>%Ln limits of the submission of %1 are entered. Nothing is submitted yet.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::mainwindow::RevertText</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::results::RecordRibbon</name>
    <message numerus="yes">
        <source>Reverted by %Ln submission(s)</source>
        <translation>
            <numerusform>Reverted by %Ln submission</numerusform>
            <numerusform>Reverted by %Ln submissions</numerusform>
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
    <message numerus="yes">
        <source>HubSpot asked to wait %Ln time(s) before it took a request.</source>
        <translation>
            <numerusform>HubSpot asked to wait %Ln time before it took a request.</numerusform>
            <numerusform>HubSpot asked to wait %Ln times before it took a request.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ConflictsPane</name>
    <message numerus="yes">
        <source>Somebody changed %Ln of these limits since you edited them.</source>
        <translation>
            <numerusform>Somebody changed %Ln of these limits since you edited it.</numerusform>
            <numerusform>Somebody changed %Ln of these limits since you edited them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Somebody changed %Ln of these limits since that submission.</source>
        <translation>
            <numerusform>Somebody changed %Ln of these limits since that submission.</numerusform>
            <numerusform>Somebody changed %Ln of these limits since that submission.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ReadStatus</name>
    <message numerus="yes">
        <source>%Ln more</source>
        <translation>
            <numerusform>%Ln more</numerusform>
            <numerusform>%Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) would be sent unseen, as “create” or, for “Many”, as a removal: %1.</source>
        <translation>
            <numerusform>%Ln row would be sent unseen, as “create” or, for “Many”, as a removal: %1.</numerusform>
            <numerusform>%Ln rows would be sent unseen, as “create” or, for “Many”, as a removal: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewDialog</name>
    <message numerus="yes">
        <source>%Ln remark(s)</source>
        <translation>
            <numerusform>%Ln remark</numerusform>
            <numerusform>%Ln remarks</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Change %Ln limit(s) of %1 → %2</source>
        <translation>
            <numerusform>Change %Ln limit of %1 → %2</numerusform>
            <numerusform>Change %Ln limits of %1 → %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>HubSpot would refuse %Ln of these limits.</source>
        <translation>
            <numerusform>HubSpot would refuse %Ln of these limits.</numerusform>
            <numerusform>HubSpot would refuse %Ln of these limits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln row(s) left to decide.</source>
        <translation>
            <numerusform>%Ln row left to decide.</numerusform>
            <numerusform>%Ln rows left to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln limit(s) will be changed.</source>
        <translation>
            <numerusform>%Ln limit will be changed.</numerusform>
            <numerusform>%Ln limits will be changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Revert %Ln limit(s) of %1 → %2 to before the submission of %3</source>
        <translation>
            <numerusform>Revert %Ln limit of %1 → %2 to before the submission of %3</numerusform>
            <numerusform>Revert %Ln limits of %1 → %2 to before the submission of %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::review::ReviewText</name>
    <message numerus="yes">
        <source>%Ln record(s) have reached the new limit already.</source>
        <translation>
            <numerusform>%Ln record has reached the new limit already.</numerusform>
            <numerusform>%Ln records have reached the new limit already.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>At least %Ln record(s) have reached the new limit already.</source>
        <translation>
            <numerusform>At least %Ln record has reached the new limit already.</numerusform>
            <numerusform>At least %Ln records have reached the new limit already.</numerusform>
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
    <message numerus="yes">
        <source>%n not stored</source>
        <comment>limits</comment>
        <translation>
            <numerusform>%n not stored</numerusform>
            <numerusform>%n not stored</numerusform>
        </translation>
    </message>
</context>
</TS>
