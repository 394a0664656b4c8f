using System.Text.Json;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary>Rows as the API shows them.</summary>
internal static class HandViews
{
    private static readonly JsonElement EmptyList = JsonElement.Parse("[]");

    public static HandSummary ToSummary(this HandRow row) => new()
    {
        Id = row.Id,
        TableId = row.TableId,
        HandNumber = row.HandNumber,
        Source = row.Source,
        SessionId = row.SessionId?.ToString(),
        Sequence = row.Sequence,
        HandRank = row.HandRank,
        IsPremium = HandRankNames.Premium.Contains(row.HandRank),
        Pot = row.PotSize ?? 0,
        Winner = row.Winner,
        Grade = row.Grade,
        IsAllIn = row.IsAllIn,
        IsBacklog = row.IsBacklog,
        CalledOffAt = row.CalledOffAt,
        DurationSeconds = row.DurationSeconds,
        StartedAt = row.StartedAt,
        CreatedAt = row.CreatedAt,
        CommunityCards = ListOf(row.CommunityCardsJson),
    };

    public static HandDetail ToDetail(this HandRow row) => new()
    {
        Hand = row.ToSummary(),
        Revision = row.Revision,
        WasPlayed = row.WasPlayed,
        SmallBlind = row.SmallBlind,
        BigBlind = row.BigBlind,
        Ante = row.Ante,
        ButtonSeat = row.ButtonSeat,
        UpdatedAt = row.UpdatedAt,
        Players = ListOf(row.PlayersJson),
        Actions = ListOf(row.ActionsJson),
        Warnings = ListOf(row.WarningsJson),
    };

    private static JsonElement ListOf(string? json) => json is null ? EmptyList : JsonElement.Parse(json);
}
