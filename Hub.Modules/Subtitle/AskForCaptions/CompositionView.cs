using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>A composition that can be asked for.</summary>
/// <param name="Template">Its name.</param>
/// <param name="About">What a demand must name: <c>hand</c>, <c>player</c> (of a hand), <c>tournament</c>, or <c>programme</c> for nothing.</param>
/// <param name="Options">Options that it heeds.</param>
/// <param name="Fields">Its fields, for texts that replace those written.</param>
internal sealed record CompositionView(string Template, string About, IReadOnlyList<string> Options, IReadOnlyList<string> Fields)
{
    public static CompositionView From(IComposition composition) => new(
        composition.Template,
        RuleWords<CaptionScope>.Of(composition.Scope),
        [.. composition.Options.Select(DemandCheck.NameOf)],
        CompositionFields.Of(composition));
}
