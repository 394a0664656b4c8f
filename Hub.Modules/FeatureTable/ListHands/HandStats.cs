using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Persistence;
using Hub.Modules.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary>Counts of hands: all, premium ones, and by source.</summary>
internal sealed class HandStats(FeatureTableDbContext database) : IStatsSource
{
    public string Section => "hands";

    public async Task<IReadOnlyDictionary<string, long>> ReadAsync(CancellationToken cancellationToken)
    {
        var bySource = await database.Hands
            .Where(hand => hand.CalledOffAt == null)
            .GroupBy(hand => hand.Source)
            .Select(hands => new { Source = hands.Key, Count = hands.LongCount(), Premium = hands.LongCount(hand => HandRankNames.Premium.Contains(hand.HandRank)) })
            .ToListAsync(cancellationToken);
        var stats = bySource.ToDictionary(each => each.Source, each => each.Count, StringComparer.Ordinal);
        stats["total"] = bySource.Sum(each => each.Count);
        stats["premium"] = bySource.Sum(each => each.Premium);
        return stats;
    }
}
