using Hub.Modules.Kernel.SelfChecks;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.SelfChecks;

/// <summary>Which rules decide about captions. A file that cannot be used is a bad setting, found before this.</summary>
internal sealed class RulesCheck(CaptionRulesStore rules) : ISelfCheck
{
    public string Name => "caption rules";

    public Task<IReadOnlyList<Finding>> RunAsync(CancellationToken cancellationToken)
    {
        var all = rules.Current.Rules.Rules;
        var enabled = all.Count(rule => rule.Enabled);
        var where = $"{enabled} of {all.Count} rules are on in {rules.Current.File}";
        return Task.FromResult<IReadOnlyList<Finding>>(
            [enabled > 0 ? Finding.Ok(where) : Finding.Warning(where, "No hand will ever be captioned; switch a rule on if that is not meant.")]);
    }
}
