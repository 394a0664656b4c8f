using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Players;

/// <summary>Names for seats that are exported without one.</summary>
internal sealed class SeatAssignmentKind : ManualKind<SeatAssignment, SeatAssignmentData>
{
    private const int HighestSeat = 10;

    public override string Path => "seat-assignments";

    public override string Name => "seat_assignment";

    public override string Words => "seat assignment";

    public override void Check(SeatAssignmentData data, FieldErrors errors)
    {
        errors.CheckName("tableName", data.TableName);
        errors.CheckName("playerName", data.PlayerName);
        if (data.Seat is null)
            errors.Add("seat", "is required");
        errors.CheckRange("seat", data.Seat, 1, HighestSeat);
    }

    public override void Write(SeatAssignmentData data, SeatAssignment entry)
    {
        entry.TableName = NameKey.Tidy(data.TableName!);
        entry.TableKey = NameKey.Of(data.TableName!);
        entry.Seat = data.Seat!.Value;
        entry.PlayerName = NameKey.Tidy(data.PlayerName!);
    }

    public override SeatAssignmentData Show(SeatAssignment entry) => new() { TableName = entry.TableName, Seat = entry.Seat, PlayerName = entry.PlayerName };

    public override CaptionImpact ImpactOf(SeatAssignment entry) => CaptionImpact.OnTable(entry.TableName);

    public override IQueryable<SeatAssignment> Search(IQueryable<SeatAssignment> entries, string key) => entries.Where(entry => entry.TableKey.Contains(key));
}
