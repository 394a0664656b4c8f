using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>Notices in the hub's own JSON.</summary>
internal static class JsonMessage
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static HttpContent Of(IReadOnlyList<AlertNotice> notices)
        => JsonContent.Create(new { Host = Environment.MachineName, Alerts = notices }, options: Options);
}
