using System.Text.Json;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>Reads a rules file strictly: an unknown key or value is an error, since a rule that silently never fires is found on air.</summary>
internal sealed class CaptionRulesReader
{
    private const int Version = 1;
    private const int DefaultPriority = 5;
    private const int MostShortBigBlinds = 100;

    private static readonly string[] ConditionsOfHands = ["grade", "session_type", "premium", "all_in", "table"];

    private static readonly JsonDocumentOptions Json = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
    };

    private readonly string _file;
    private readonly List<string> _problems = [];
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private CaptionRulesReader(string file) => _file = file;

    /// <summary>Reads the rules file at <paramref name="path"/>.</summary>
    /// <exception cref="CaptionRulesException">It cannot be read, or something in it is wrong; names everything that is.</exception>
    public static CaptionRules ReadFile(string path)
    {
        try
        {
            return Read(path, File.ReadAllText(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CaptionRulesException([$"{path}: cannot be read ({exception.Message}). Set {SubtitleOptions.SectionName}:{nameof(SubtitleOptions.RulesFile)} to a rules file."], exception);
        }
    }

    /// <summary>Reads <paramref name="text"/>, the content of <paramref name="file"/>.</summary>
    /// <exception cref="CaptionRulesException">Something in it is wrong; names everything that is.</exception>
    public static CaptionRules Read(string file, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Json);
            return new CaptionRulesReader(file).Read(document.RootElement);
        }
        catch (JsonException exception)
        {
            throw new CaptionRulesException([$"{file}: is not valid JSON: {exception.Message}"], exception);
        }
    }

    private CaptionRules Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            throw new CaptionRulesException([$"{_file}: must be an object with \"version\" and \"rules\"."]);
        }

        var root = new RuleObject(json, _file, "", _problems);
        if (root.Whole("version", 0, int.MaxValue, otherwise: 0) != Version)
        {
            root.Report("version", $"must be {Version}");
        }

        var rules = new List<CaptionRule>();
        if (root.Find("rules") is { ValueKind: JsonValueKind.Array } list)
        {
            rules.AddRange(list.EnumerateArray().Select(ReadRule).OfType<CaptionRule>());
        }
        else
        {
            root.Report("rules", "must be a list of rules in [ ]");
        }

        root.ReportUnknownKeys();
        return _problems.Count == 0 ? new CaptionRules(rules) : throw new CaptionRulesException(_problems);
    }

    private CaptionRule? ReadRule(JsonElement json, int index)
    {
        var place = $"{_file}, rule {index + 1}";
        if (json.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($"{place}: must be an object in {{ }}.");
            return null;
        }

        var before = _problems.Count;
        if (json.TryGetProperty("name", out var named) && named.ValueKind == JsonValueKind.String)
        {
            place = $"{place} ({named.GetString()})";
        }

        var rule = new RuleObject(json, place, "", _problems);
        var name = rule.Text("name");
        if (name is not null && !_names.Add(name))
        {
            rule.Report("name", $"\"{name}\" is used by an earlier rule; give each rule its own");
        }

        var trigger = ReadTrigger(rule);
        var when = ReadConditions(rule.Child("when"), trigger);
        var composition = ReadComposition(rule, trigger);
        var players = ReadPlayers(rule, composition);
        var priority = rule.Whole("priority", 1, 10, DefaultPriority);
        var enabled = rule.Flag("enabled") ?? true;
        var options = rule.Child("options");
        var chosen = ReadOptions(options, composition);
        var shortBigBlinds = ReadShortBigBlinds(options, players);
        options?.ReportUnknownKeys();
        rule.ReportUnknownKeys();
        return _problems.Count > before
            ? null
            : new CaptionRule
            {
                Name = name!,
                Trigger = trigger!.Value,
                When = when,
                Composition = composition!,
                Players = players,
                Priority = priority,
                Enabled = enabled,
                Options = chosen,
                ShortBigBlinds = shortBigBlinds,
            };
    }

    private static CaptionTrigger? ReadTrigger(RuleObject rule)
    {
        if (rule.Find("trigger") is { ValueKind: JsonValueKind.String } word && word.ValueEquals(RuleWords<CaptionTrigger>.Of(CaptionTrigger.Manual)))
        {
            rule.Report("trigger", $"\"manual\" is for captions that a person asks for, and fires no rule; allowed: {string.Join(", ", CaptionTriggers.OfRules)}");
            return null;
        }

        return rule.Word("trigger", CaptionTriggers.OfRules) is { } trigger ? RuleWords<CaptionTrigger>.Parse(trigger) : null;
    }

    private static IComposition? ReadComposition(RuleObject rule, CaptionTrigger? trigger)
    {
        if (rule.Word("template", Compositions.Templates) is not { } template || Compositions.Find(template) is not { } composition)
        {
            return null;
        }

        var isOfHands = composition.Scope is CaptionScope.Hand or CaptionScope.Player;
        if (trigger is not null && trigger.Value.IsOfHands() != isOfHands)
        {
            var word = RuleWords<CaptionTrigger>.Of(trigger.Value);
            rule.Report("template", isOfHands
                ? $"\"{template}\" is written from a hand, and the trigger \"{word}\" has none; take a trigger of hands"
                : $"\"{template}\" is about a {RuleWords<CaptionScope>.Of(composition.Scope)}, and the trigger \"{word}\" is about a hand; take a trigger of tournaments");
        }

        return composition;
    }

    private static RuleConditions ReadConditions(RuleObject? when, CaptionTrigger? trigger)
    {
        if (when is null)
        {
            return RuleConditions.None;
        }

        var conditions = new RuleConditions
        {
            Grades = when.Words("grade", Enum.GetNames<HandGrade>())?.Select(Enum.Parse<HandGrade>).ToList(),
            SessionTypes = when.Words("session_type", SessionType.All),
            IsPremium = when.Flag("premium"),
            IsAllIn = when.Flag("all_in"),
            Tables = when.Texts("table"),
            Events = when.Texts("event"),
        };
        foreach (var key in ForeignConditions(trigger).Where(key => when.Find(key) is not null))
        {
            when.Report(key, $"has no meaning with the trigger \"{RuleWords<CaptionTrigger>.Of(trigger!.Value)}\"; leave it out");
        }

        when.ReportUnknownKeys();
        return conditions;
    }

    // Conditions that say nothing about what fires the trigger.
    private static string[] ForeignConditions(CaptionTrigger? trigger)
        => trigger is null ? [] : trigger.Value.IsOfHands() ? ["event"] : ConditionsOfHands;

    private static CaptionPlayers? ReadPlayers(RuleObject rule, IComposition? composition)
    {
        var per = rule.Word("per", RuleWords<CaptionScope>.All);
        var players = rule.Word("players", RuleWords<CaptionPlayers>.All, required: per == RuleWords<CaptionScope>.Of(CaptionScope.Player));
        if (per is null || composition is null)
        {
            return null;
        }

        if (RuleWords<CaptionScope>.Parse(per) != composition.Scope)
        {
            rule.Report("per", $"must be \"{RuleWords<CaptionScope>.Of(composition.Scope)}\" for the template \"{composition.Template}\"");
        }
        else if (composition.Scope != CaptionScope.Player && players is not null)
        {
            rule.Report("players", $"has no meaning with \"per\": \"{per}\"; leave it out");
        }
        else if (OnlyPlayersOf(composition) is { } only && players is not null && players != RuleWords<CaptionPlayers>.Of(only))
        {
            rule.Report("players", $"must be \"{RuleWords<CaptionPlayers>.Of(only)}\" for the template \"{composition.Template}\"");
        }

        return players is null ? null : RuleWords<CaptionPlayers>.Parse(players);
    }

    // The one shows a place, the other says that a player is about to go: about anybody else both would be untrue.
    private static CaptionPlayers? OnlyPlayersOf(IComposition composition) => composition switch
    {
        EliminationCaption => CaptionPlayers.Eliminated,
        AtRiskOfElimination => CaptionPlayers.ShortStacks,
        _ => null,
    };

    private static CaptionOptions ReadOptions(RuleObject? options, IComposition? composition)
    {
        var chosen = new CaptionOptions();
        if (options is null || composition is null)
        {
            return chosen;
        }

        if (composition.Options.Contains(CaptionOptions.HandsAgoName, StringComparer.Ordinal))
        {
            chosen = chosen with { HandsAgo = options.Whole(CaptionOptions.HandsAgoName, 1, CaptionOptions.MostHandsAgo, chosen.HandsAgo) };
        }

        if (composition.Options.Contains(CaptionOptions.StartRankName, StringComparer.Ordinal) && options.Find(CaptionOptions.StartRankName) is not null)
        {
            chosen = chosen with { StartRank = options.Whole(CaptionOptions.StartRankName, 1, CaptionOptions.LowestStartRank, otherwise: 1) };
        }

        if (composition.Refuse(chosen) is (var option, var problem))
        {
            options.Report(option, problem);
        }

        return chosen;
    }

    private static int ReadShortBigBlinds(RuleObject? options, CaptionPlayers? players)
        => players == CaptionPlayers.ShortStacks && options is not null
            ? options.Whole("big_blinds", 1, MostShortBigBlinds, CaptionRule.DefaultShortBigBlinds)
            : CaptionRule.DefaultShortBigBlinds;
}
