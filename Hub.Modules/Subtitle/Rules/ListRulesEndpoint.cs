using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Hub.Modules.Subtitle.Rules;

/// <summary><c>GET /api/v1/captions/rules</c>: the rules in force, and what is wrong with a newer file.</summary>
internal static class ListRulesEndpoint
{
    public static void MapListRules(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/api/v1/captions/rules", Answer).WithName("ListCaptionRules").WithSummary("The caption rules in force.");

    private static Ok<RulesView> Answer(CaptionRulesStore store)
    {
        var current = store.Current;
        return TypedResults.Ok(new RulesView(
            Path.GetFileName(current.File),
            current.LoadedAt,
            current.Problems,
            [.. current.Rules.Rules.Select(RuleView.From)]));
    }
}
