using System.Globalization;
using Hub.Contracts.Engine;
using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Rules;

namespace Hub.Modules.Subtitle.AskForCaptions;

/// <summary>Checks a demand without looking anything up.</summary>
internal sealed class DemandCheck(CaptionDemand demand, FieldErrors errors)
{
    private const int DefaultPriority = 4;
    private const int LongestEventCode = 50;

    private static readonly Dictionary<string, ClipFormat> Formats = new(StringComparer.Ordinal)
    {
        ["mov_alpha"] = ClipFormat.MovAlpha,
        ["prores_4444"] = ClipFormat.ProRes4444,
        ["png_sequence"] = ClipFormat.PngSequence,
        ["mp4"] = ClipFormat.Mp4,
    };

    /// <returns>Null when something is wrong; <see cref="FieldErrors"/> says what.</returns>
    public CheckedDemand? Check()
    {
        var composition = CheckTemplate();
        errors.CheckRange("priority", demand.Priority, 1, 10);
        errors.CheckText("eventCode", demand.EventCode, LongestEventCode);
        errors.CheckText("player", demand.Player, CaptionValue.LongestText);
        var format = CheckFormat();
        var neededAt = errors.ReadInstant("neededAt", demand.NeededAt);
        var sessionId = CheckTicks("hand.sessionId", demand.Hand?.SessionId, required: demand.Hand is not null);
        var startTicks = CheckTicks("hand.startTicks", demand.Hand?.StartTicks, required: false);
        if (composition is null)
            return null;

        CheckSubject(composition);
        var options = CheckOptions(composition);
        return !errors.IsEmpty ? null : new CheckedDemand
        {
            Composition = composition,
            SessionId = sessionId,
            StartTicks = startTicks,
            HandNumber = demand.Hand?.HandNumber,
            Seat = demand.Seat,
            Player = TextRules.Filled(demand.Player),
            EventCode = TextRules.Filled(demand.EventCode),
            Options = options,
            Priority = demand.Priority ?? DefaultPriority,
            NeededAt = neededAt,
            Format = format,
        };
    }

    private IComposition? CheckTemplate()
    {
        if (string.IsNullOrWhiteSpace(demand.Template))
        {
            errors.Add("template", "is required");
            return null;
        }

        var composition = Compositions.Find(demand.Template);
        if (composition is null)
            errors.Add("template", $"'{demand.Template}' is none of {string.Join(", ", Compositions.Templates)}");
        return composition;
    }

    private ClipFormat CheckFormat()
    {
        if (demand.Format is null)
            return ClipFormat.MovAlpha;
        if (Formats.TryGetValue(demand.Format, out var format))
            return format;

        errors.Add("format", $"'{demand.Format}' is none of {string.Join(", ", Formats.Keys)}");
        return default;
    }

    private long? CheckTicks(string field, string? text, bool required)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            if (required)
                errors.Add(field, "is required");
            return null;
        }

        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks))
            return ticks;

        errors.Add(field, $"'{text}' is not a whole number in digits");
        return null;
    }

    private void CheckSubject(IComposition composition)
    {
        var about = RuleWords<CaptionScope>.Of(composition.Scope);
        var isAboutPlayer = composition.Scope == CaptionScope.Player;
        if (demand.Hand is null && (isAboutPlayer || composition.Scope == CaptionScope.Hand))
            errors.Add("hand", $"is required: '{composition.Template}' is written from a hand");
        if (demand.Hand is not null && composition.Scope == CaptionScope.Programme)
            errors.Add("hand", $"has no meaning: '{composition.Template}' is about the {about}");
        if (demand.EventCode is not null && composition.Scope == CaptionScope.Programme)
            errors.Add("eventCode", $"has no meaning: '{composition.Template}' is about the {about}");
        if (demand.EventCode is null && demand.Hand is null && composition.Scope == CaptionScope.Tournament)
            errors.Add("eventCode", $"is required: '{composition.Template}' is about a tournament; or give a hand of a table that one is assigned to");

        var hasName = !string.IsNullOrWhiteSpace(demand.Player);
        if (isAboutPlayer && demand.Seat is null && !hasName)
            errors.Add("seat", $"or player is required: '{composition.Template}' is about a player");
        if (isAboutPlayer && demand.Seat is not null && hasName)
            errors.Add("player", "may not be given together with seat");
        if (!isAboutPlayer && demand.Seat is not null)
            errors.Add("seat", $"has no meaning: '{composition.Template}' is about the {about}");
        if (!isAboutPlayer && hasName)
            errors.Add("player", $"has no meaning: '{composition.Template}' is about the {about}");
    }

    private CaptionOptions CheckOptions(IComposition composition)
    {
        CheckMeaning(composition, CaptionOptions.HandsAgoName, demand.Options?.HandsAgo);
        CheckMeaning(composition, CaptionOptions.StartRankName, demand.Options?.StartRank);
        errors.CheckRange(FieldOf(CaptionOptions.HandsAgoName), demand.Options?.HandsAgo, 1, CaptionOptions.MostHandsAgo);
        errors.CheckRange(FieldOf(CaptionOptions.StartRankName), demand.Options?.StartRank, 1, CaptionOptions.LowestStartRank);
        var options = new CaptionOptions
        {
            HandsAgo = demand.Options?.HandsAgo ?? CaptionOptions.DefaultHandsAgo,
            StartRank = demand.Options?.StartRank,
            Texts = CheckTexts(composition),
        };
        if (composition.Refuse(options) is (var option, var problem))
            errors.Add(FieldOf(option), problem);
        return options;
    }

    private void CheckMeaning(IComposition composition, string option, int? value)
    {
        if (value is not null && !composition.Options.Contains(option, StringComparer.Ordinal))
            errors.Add(FieldOf(option), $"has no meaning for '{composition.Template}'");
    }

    private Dictionary<string, string> CheckTexts(IComposition composition)
    {
        var fields = CompositionFields.Of(composition);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (field, text) in demand.Options?.Texts ?? new Dictionary<string, string?>(StringComparer.Ordinal))
        {
            var name = $"options.texts.{field}";
            if (!fields.Contains(field, StringComparer.Ordinal))
                errors.Add(name, $"is no field of '{composition.Template}'; it has {string.Join(", ", fields)}");
            if (text is null)
                errors.Add(name, "is null; an empty text hides the field");
            errors.CheckText(name, text, CaptionValue.LongestText);
            texts[field] = text ?? "";
        }

        return texts;
    }

    private static string FieldOf(string option) => $"options.{NameOf(option)}";

    /// <summary>What an option of the rules file is called in a demand.</summary>
    public static string NameOf(string option) => option switch
    {
        CaptionOptions.HandsAgoName => "handsAgo",
        CaptionOptions.StartRankName => "startRank",
        _ => throw new ArgumentOutOfRangeException(nameof(option), option, "No such option."),
    };
}
