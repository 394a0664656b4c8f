using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Modules.Render.Engines;

/// <summary>
/// One JSON object a line. A line begins with a line break of its own, so that text which native code left on the stream without
/// one cannot swallow it, and what is not a message is passed over.
/// </summary>
internal static class EngineProtocol
{
    public const int Version = 2;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter() },
    };

    public static string Write(EngineMessage message) => $"\n{JsonSerializer.Serialize(message, Json)}\n";

    /// <returns>The message, or null for a line that is none.</returns>
    public static EngineMessage? Read(string line)
    {
        if (!line.StartsWith('{'))
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<EngineMessage>(line, Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
