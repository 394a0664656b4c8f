using System.Globalization;

namespace Hub.Modules.FeatureTable.StoreHands;

/// <summary>
/// v1 allows one row for each table_id and hand number. Of several hands with one number the one that started first keeps
/// the plain id; later ones get <c>~2</c>, <c>~3</c> …
/// </summary>
internal static class TableIds
{
    /// <summary>Ids for hands of one number in the order of their starts, passing over ids that rows of others hold.</summary>
    public static IEnumerable<string> InOrderOfStart(string plainId, IReadOnlySet<string> takenByOthers)
    {
        for (var place = 1; ; place++)
        {
            var id = place == 1 ? plainId : string.Create(CultureInfo.InvariantCulture, $"{plainId}~{place}");
            if (!takenByOthers.Contains(id))
                yield return id;
        }
    }
}
