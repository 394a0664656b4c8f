using System.Globalization;

namespace Hub.Modules.Subtitle.ReadCsv.Formats;

/// <summary>A row of <c>payout_structure.csv</c>: what each of some neighbouring places is paid.</summary>
/// <param name="FirstPlace">1 and up.</param>
/// <param name="LastPlace">The same, or a lower place that is paid as much.</param>
/// <param name="Amount">Whole dollars.</param>
/// <param name="Percentage">Share of the prize pool, 0 to 100; null when it is not stated.</param>
/// <param name="IsBracelet">The place wins a bracelet, too.</param>
internal sealed record PayoutEntry(int FirstPlace, int LastPlace, long Amount, decimal? Percentage = null, bool IsBracelet = false) : ICsvEntry
{
    public string Key => FirstPlace.ToString(CultureInfo.InvariantCulture);
}
