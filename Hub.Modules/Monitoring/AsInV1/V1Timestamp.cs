using System.Globalization;

namespace Hub.Modules.Monitoring.AsInV1;

/// <summary>Instants as v1 writes them: ISO 8601 with six decimals, which its clients' parsers are limited to.</summary>
internal static class V1Timestamp
{
    public static string Of(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
