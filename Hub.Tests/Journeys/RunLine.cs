using System.Text.Json;

namespace Hub.Tests.Journeys;

/// <summary>The last line of <c>demo --once</c>, read as any other program would.</summary>
internal sealed record RunLine(long Hands, long Instructions, long Clips, long Failed, double Seconds)
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    public static RunLine Of(HubProcess hub) => JsonSerializer.Deserialize<RunLine>(hub.Output[^1], Strict)!;
}
