using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Modules.Kernel.SelfChecks;

namespace Hub.Host.Commands.Doctor;

/// <summary>The doctor's findings, for people or for programs.</summary>
internal sealed record DoctorReport(IReadOnlyList<CheckedPart> Parts)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>False as soon as a part of the hub could not do its work.</summary>
    public bool IsHealthy => Count(FindingLevel.Problem) == 0;

    /// <summary><c>{"healthy":…,"parts":[{"name":…,"findings":[{"level":"ok|warning|problem","text":…,"advice":…}]}]}</c>.</summary>
    public string ToJson() => JsonSerializer.Serialize(new { Healthy = IsHealthy, Parts }, Json);

    public void WriteTo(TextWriter output)
    {
        var width = Parts.Max(part => part.Name.Length);
        foreach (var (part, finding) in Parts.SelectMany(part => part.Findings.Select(finding => (part, finding))))
        {
            output.WriteLine($"{Word(finding.Level),-8} {part.Name.PadRight(width)}  {finding.Text}");
            if (finding.Advice is { } advice)
                output.WriteLine($"{"",-8} {"".PadRight(width)}  → {advice}");
        }

        output.WriteLine();
        output.WriteLine(IsHealthy
            ? $"The hub can run here; {Count(FindingLevel.Warning)} warnings."
            : $"{Count(FindingLevel.Problem)} problems, {Count(FindingLevel.Warning)} warnings.");
    }

    private int Count(FindingLevel level) => Parts.Sum(part => part.Findings.Count(finding => finding.Level == level));

    private static string Word(FindingLevel level) => level switch
    {
        FindingLevel.Ok => "ok",
        FindingLevel.Warning => "warning",
        _ => "PROBLEM",
    };
}
