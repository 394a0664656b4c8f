using System.Globalization;

namespace Hub.Modules.Subtitle.Captions;

/// <summary>Writes an amount with K, M or B: 20,000 is <c>20K</c>, 8,750,000 is <c>8.8M</c>.</summary>
internal static class ShortNumber
{
    private static readonly string[] Units = ["", "K", "M", "B"];

    public static string Write(long amount, int decimals)
    {
        var value = (decimal)amount;
        var unit = 0;
        // Judged after rounding, or 999,950 would be 1000K.
        while (Round(value) >= 1000 && unit < Units.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return Round(value).ToString("0.##", CultureInfo.InvariantCulture) + Units[unit];

        decimal Round(decimal number) => decimal.Round(number, decimals, MidpointRounding.AwayFromZero);
    }
}
