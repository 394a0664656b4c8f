using System.Globalization;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>
/// v1 allows one row for each table_id and hand number. Of several hands with one number the one that started first keeps
/// the plain id; later ones get <c>~2</c>, <c>~3</c> … Hands that were called off get <c>~void1</c>, <c>~void2</c> …
/// </summary>
internal static class TableIds
{
    /// <summary>Gives every hand of a session that bears one number its id. Depends on the hands alone, not on the order in which they were found.</summary>
    /// <param name="plainId">The session's id.</param>
    /// <param name="hands">All hands of the session with this number.</param>
    /// <param name="takenByOthers">Ids that rows of v1 clients hold with this number; they keep them.</param>
    public static void Assign(string plainId, IEnumerable<HandRow> hands, IReadOnlySet<string> takenByOthers)
    {
        var inOrder = hands.OrderBy(hand => hand.StartTicks).ToLookup(hand => hand.CalledOffAt is not null);
        Give(inOrder[false], [plainId, .. Numbered($"{plainId}~", from: 2, inOrder[false].Count() + takenByOthers.Count)], takenByOthers);
        Give(inOrder[true], Numbered($"{plainId}~void", from: 1, inOrder[true].Count() + takenByOthers.Count), takenByOthers);
    }

    private static void Give(IEnumerable<HandRow> hands, IEnumerable<string> ids, IReadOnlySet<string> takenByOthers)
    {
        foreach (var (hand, id) in hands.Zip(ids.Where(id => !takenByOthers.Contains(id))))
            hand.TableId = id;
    }

    private static IEnumerable<string> Numbered(string prefix, int from, int count)
        => Enumerable.Range(from, count).Select(number => string.Create(CultureInfo.InvariantCulture, $"{prefix}{number}"));
}
