using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Programme;

/// <summary>Tournaments of the feature tables.</summary>
internal sealed class TableAssignmentKind : ManualKind<TableAssignment, TableAssignmentData>
{
    private const int LongestEventCode = 50;

    public override string Path => "table-assignments";

    public override string Name => "table_assignment";

    public override string Words => "table assignment";

    public override void Check(TableAssignmentData data, FieldErrors errors)
    {
        errors.CheckName("tableName", data.TableName);
        if (TextRules.Filled(data.EventCode) is null)
            errors.Add("eventCode", "is required");
        errors.CheckText("eventCode", data.EventCode, LongestEventCode);
    }

    public override void Write(TableAssignmentData data, TableAssignment entry)
    {
        entry.TableName = NameKey.Tidy(data.TableName!);
        entry.TableKey = NameKey.Of(data.TableName!);
        entry.EventCode = NameKey.Tidy(data.EventCode!);
    }

    public override TableAssignmentData Show(TableAssignment entry) => new() { TableName = entry.TableName, EventCode = entry.EventCode };

    /// <summary>None: a caption keeps the tournament of its moment; the assignment is for the captions to come.</summary>
    public override CaptionImpact ImpactOf(TableAssignment entry) => CaptionImpact.None;

    public override IQueryable<TableAssignment> Search(IQueryable<TableAssignment> entries, string key) => entries.Where(entry => entry.TableKey.Contains(key));
}
