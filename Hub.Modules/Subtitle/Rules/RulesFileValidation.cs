using Microsoft.Extensions.Options;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>Makes a bad rules file stop the start, like any other bad setting.</summary>
internal sealed class RulesFileValidation : IValidateOptions<SubtitleOptions>
{
    public ValidateOptionsResult Validate(string? name, SubtitleOptions options)
    {
        try
        {
            CaptionRulesReader.ReadFile(options.RulesPath);
            return ValidateOptionsResult.Success;
        }
        catch (CaptionRulesException exception)
        {
            return ValidateOptionsResult.Fail(exception.Problems);
        }
    }
}
