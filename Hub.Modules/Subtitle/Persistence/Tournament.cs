namespace Hub.Modules.Subtitle.Persistence;

/// <summary>
/// A row of v1's <c>public.tournaments</c>. v1 clients upsert it on <c>event_code</c>; nothing here may be renamed, narrowed or
/// removed. Nullable is what v1's columns are, although v1 reads NULL in <c>current_blinds_json</c> and the two dates only.
/// </summary>
internal sealed class Tournament
{
    public int Id { get; init; }

    public required string Name { get; set; }

    public required string EventCode { get; init; }

    public string? EventType { get; set; }

    public int? BuyIn { get; set; }

    public int? PrizePool { get; set; }

    public int? TotalEntries { get; set; }

    public int? RemainingPlayers { get; set; }

    public int? CurrentLevel { get; set; }

    public string? BlindsJson { get; set; }

    public string? CurrentBlindsJson { get; set; }

    public string? PayoutsJson { get; set; }

    public int? PlacesPaid { get; set; }

    public string? StandingsJson { get; set; }

    public DateTimeOffset? StartDate { get; set; }

    public DateTimeOffset? EndDate { get; set; }

    public string? Source { get; set; }

    public DateTimeOffset? CreatedAt { get; set; }

    public DateTimeOffset? UpdatedAt { get; set; }
}
