using Microsoft.AspNetCore.Mvc;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary>The query of a list of hands as it came, newest first being the only order.</summary>
internal sealed record ListHandsRequest
{
    /// <summary>Only hands with a smaller id: the <c>next</c> of the page before.</summary>
    [FromQuery(Name = "before")]
    public string? Before { get; init; }

    /// <summary>1 to 500 hands; 50 if left out.</summary>
    [FromQuery(Name = "limit")]
    public string? Limit { get; init; }

    [FromQuery(Name = "table_id")]
    public string? TableId { get; init; }

    /// <summary>rfid, csv or manual.</summary>
    [FromQuery(Name = "source")]
    public string? Source { get; init; }

    /// <summary>A, B or C.</summary>
    [FromQuery(Name = "grade")]
    public string? Grade { get; init; }

    /// <summary>true: full house or better only; false: the others only.</summary>
    [FromQuery(Name = "premium")]
    public string? Premium { get; init; }

    /// <summary>true: hands that were called off only; otherwise they are left out.</summary>
    [FromQuery(Name = "called_off")]
    public string? CalledOff { get; init; }
}
