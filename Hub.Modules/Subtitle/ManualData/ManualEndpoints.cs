using System.Security.Claims;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Persistence;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>List, get, create, replace and delete for one kind of manual data. Reading is for viewers, writing for operators.</summary>
internal sealed class ManualEndpoints<TEntry, TData>(ManualKind<TEntry, TData> kind)
    where TEntry : ManualEntry, new()
    where TData : ManualEntryData
{
    private const int UsualLimit = 50;
    private const int HighestLimit = 500;
    private const long LongestBody = 64 * 1024;

    public void Map(IEndpointRouteBuilder endpoints)
    {
        var path = $"/api/v1/{kind.Path}";
        var one = typeof(TEntry).Name;
        Describe(endpoints.MapGet(path, ListAsync), $"ListAll{one}", "All, newest first; q finds a part of the name");
        Describe(endpoints.MapGet($"{path}/{{id:int}}", GetAsync), $"Get{one}", "One");
        Writes(Describe(endpoints.MapPost(path, CreateAsync), $"Create{one}", "Creates one"));
        Writes(Describe(endpoints.MapPut($"{path}/{{id:int}}", ReplaceAsync), $"Replace{one}", "Replaces one; fields left out become empty"));
        Writes(Describe(endpoints.MapDelete($"{path}/{{id:int}}", RemoveAsync), $"Delete{one}", "Deletes one"));
    }

    private RouteHandlerBuilder Describe(RouteHandlerBuilder endpoint, string name, string summary)
        => endpoint.WithName(name).WithTags($"Manual data: {kind.Path}").WithSummary(summary);

    private static void Writes(RouteHandlerBuilder endpoint)
        => endpoint.RequireAuthorization(HubRoles.Operator).WithMetadata(new RequestSizeLimitAttribute(LongestBody));

    private async Task<Results<Ok<Page<TData>>, ProblemHttpResult>> ListAsync(int? before, int? limit, string? q, SubtitleDbContext database, CancellationToken cancellationToken)
    {
        var size = limit ?? UsualLimit;
        if (size is < 1 or > HighestLimit)
            return ManualProblems.LimitOutOfRange(size, HighestLimit);

        var entries = database.Set<TEntry>().AsNoTracking().Where(entry => before == null || entry.Id < before);
        if (!string.IsNullOrWhiteSpace(q))
            entries = kind.Search(entries, NameKey.Of(q));
        var rows = await entries.OrderByDescending(entry => entry.Id).Take(size + 1).ToListAsync(cancellationToken);
        var page = rows.Take(size).ToList();
        return TypedResults.Ok(new Page<TData>([.. page.Select(kind.View)], rows.Count > size ? page[^1].Id : null));
    }

    private async Task<Results<Ok<TData>, ProblemHttpResult>> GetAsync(int id, SubtitleDbContext database, HttpResponse response, CancellationToken cancellationToken)
        => await database.Set<TEntry>().AsNoTracking().SingleOrDefaultAsync(entry => entry.Id == id, cancellationToken) is { } entry
            ? TypedResults.Ok(Answer(entry, response))
            : ManualProblems.NotFound(kind.Name, kind.Words, kind.Path, id);

    private async Task<Results<Created<TData>, ValidationProblem, ProblemHttpResult>> CreateAsync(
        JsonBody<TData> body, ManualStore store, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (Problem(body) is { } problem)
            return problem;

        var outcome = await store.AddAsync(kind, body.Value!, user.Login(), cancellationToken);
        return outcome.Entry is { } entry ? TypedResults.Created($"/api/v1/{kind.Path}/{entry.Id}", Answer(entry, response)) : Refuse(outcome.Answer, id: 0);
    }

    private async Task<Results<Ok<TData>, ValidationProblem, ProblemHttpResult>> ReplaceAsync(
        int id, JsonBody<TData> body, [FromHeader(Name = "If-Match")] string? ifMatch, ManualStore store, ClaimsPrincipal user, HttpResponse response, CancellationToken cancellationToken)
    {
        if (Problem(body) is { } problem)
            return problem;

        var outcome = await store.ReplaceAsync(kind, id, body.Value!, Precondition.Of(ifMatch, body.Value!.Version), user.Login(), cancellationToken);
        return outcome.Entry is { } entry ? TypedResults.Ok(Answer(entry, response)) : Refuse(outcome.Answer, id);
    }

    private async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(
        int id, [FromHeader(Name = "If-Match")] string? ifMatch, ManualStore store, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var outcome = await store.RemoveAsync(kind, id, Precondition.Of(ifMatch, version: null), user.Login(), cancellationToken);
        return outcome.Answer == ManualAnswer.Done ? TypedResults.NoContent() : Refuse(outcome.Answer, id);
    }

    private ValidationProblem? Problem(JsonBody<TData> body)
    {
        if (body.Problem is not null)
            return body.Problem;

        var errors = new FieldErrors();
        kind.Check(body.Value!, errors);
        return errors.IsEmpty ? null : errors.ToProblem();
    }

    private TData Answer(TEntry entry, HttpResponse response)
    {
        var view = kind.View(entry);
        response.Headers.ETag = $"\"{view.Version}\"";
        return view;
    }

    private ProblemHttpResult Refuse(ManualAnswer answer, int id) => answer switch
    {
        ManualAnswer.NotFound => ManualProblems.NotFound(kind.Name, kind.Words, kind.Path, id),
        ManualAnswer.Taken => ManualProblems.Taken(kind.Name, kind.Words),
        ManualAnswer.ChangedMeanwhile => ManualProblems.ChangedMeanwhile(kind.Words),
        _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not a refusal."),
    };
}
