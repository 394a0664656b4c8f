using System.Text.Json;

namespace Hub.Bench.Measuring;

/// <summary>Keeps what was measured, so that two runs can be compared.</summary>
internal static class ResultFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes <c>bench/results/&lt;name&gt;-&lt;time&gt;.json</c> below the working directory.</summary>
    /// <returns>The file's path.</returns>
    public static string Write(string name, object results)
    {
        var folder = Directory.CreateDirectory(Path.Combine("bench", "results")).FullName;
        var file = Path.Combine(folder, $"{name}-{TimeProvider.System.GetUtcNow():yyyyMMdd-HHmmss}.json");
        File.WriteAllText(file, JsonSerializer.Serialize(results, Json));
        return file;
    }
}
