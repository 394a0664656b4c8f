using System.Globalization;
using Hub.Contracts.FeatureTable;
using Hub.Modules.FeatureTable.Domain.Cards;
using Hub.Modules.FeatureTable.Persistence;

namespace Hub.Modules.FeatureTable.ListHands;

/// <summary>A checked <see cref="ListHandsRequest"/>.</summary>
internal sealed record HandFilter(long? Before, int Limit, string? TableId, string? Source, string? Grade, bool? Premium, bool CalledOff)
{
    private const int DefaultLimit = 50;
    private const int HighestLimit = 500;
    private static readonly string[] Sources = ["rfid", "csv", "manual"];

    /// <summary>The filter, and what is wrong with the request by parameter: empty when nothing is.</summary>
    public static (HandFilter Filter, Dictionary<string, string[]> Errors) Of(ListHandsRequest request)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var before = Number("before", request.Before, int.MaxValue);
        var limit = Number("limit", request.Limit, HighestLimit) ?? DefaultLimit;
        Check("source", request.Source, Sources.Contains(request.Source), "rfid, csv or manual");
        Check("grade", request.Grade, Enum.GetNames<HandGrade>().Contains(request.Grade), "A, B or C");
        Check("premium", request.Premium, request.Premium is "true" or "false", "true or false");
        Check("called_off", request.CalledOff, request.CalledOff is "true" or "false", "true or false");
        return (new HandFilter(before, limit, request.TableId, request.Source, request.Grade, request.Premium is null ? null : request.Premium == "true", request.CalledOff == "true"), errors);

        int? Number(string name, string? text, int highest)
        {
            var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= highest;
            Check(name, text, isNumber, string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {highest}"));
            return isNumber ? number : null;
        }

        void Check(string name, string? text, bool isGood, string allowed)
        {
            if (text is not null && !isGood)
                errors[name] = [$"'{text}' is not {allowed}."];
        }
    }

    public IQueryable<HandRow> Apply(IQueryable<HandRow> hands)
    {
        hands = hands.Where(hand => (hand.CalledOffAt != null) == CalledOff);
        if (Before is not null)
            hands = hands.Where(hand => hand.Id < Before);
        if (TableId is not null)
            hands = hands.Where(hand => hand.TableId == TableId);
        if (Source is not null)
            hands = hands.Where(hand => hand.Source == Source);
        if (Grade is not null)
            hands = hands.Where(hand => hand.Grade == Grade);
        if (Premium is not null)
            hands = hands.Where(hand => HandRankNames.Premium.Contains(hand.HandRank) == Premium);
        return hands.OrderByDescending(hand => hand.Id);
    }
}
