using System.Text.Json;
using Hub.Contracts.FeatureTable;
using Hub.Modules.Subtitle.Captions;

namespace Hub.Modules.Subtitle.Rules;

/// <summary>Reads a rules file strictly: an unknown key or value is an error, since a rule that silently never fires is found on air.</summary>
internal sealed class CaptionRulesReader
{
    private const int Version = 1;
    private const int LongestLookBack = 100;
    private const int DefaultPriority = 5;

    /// <summary>Triggers of the field that do not come from a hand; rules for them are to come.</summary>
    private static readonly string[] ReservedTriggers = ["level_change", "feature_table_change", "itm_reached", "day_start", "break_end", "manual"];

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
        var when = ReadConditions(rule.Child("when"));
        var composition = rule.Word("template", Compositions.Templates) is { } template ? Compositions.Find(template) : null;
        var players = ReadPlayers(rule, composition);
        var priority = rule.Whole("priority", 1, 10, DefaultPriority);
        var enabled = rule.Flag("enabled") ?? true;
        var handsAgo = ReadHandsAgo(rule.Child("options"));
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
                HandsAgo = handsAgo,
            };
    }

    private static CaptionTrigger? ReadTrigger(RuleObject rule)
    {
        if (rule.Find("trigger") is { ValueKind: JsonValueKind.String } word && ReservedTriggers.Contains(word.GetString(), StringComparer.Ordinal))
        {
            rule.Report("trigger", $"\"{word.GetString()}\" is not available to rules yet; allowed: {string.Join(", ", RuleWords<CaptionTrigger>.All)}");
            return null;
        }

        return rule.Word("trigger", RuleWords<CaptionTrigger>.All) is { } trigger ? RuleWords<CaptionTrigger>.Parse(trigger) : null;
    }

    private static RuleConditions ReadConditions(RuleObject? when)
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
        };
        when.ReportUnknownKeys();
        return conditions;
    }

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
        else if (composition.Scope == CaptionScope.Hand && players is not null)
        {
            rule.Report("players", "has no meaning with \"per\": \"hand\"; leave it out");
        }
        else if (composition is EliminationCaption && players is not null && players != RuleWords<CaptionPlayers>.Of(CaptionPlayers.Eliminated))
        {
            rule.Report("players", $"must be \"eliminated\" for the template \"{composition.Template}\", which shows a place");
        }

        return players is null ? null : RuleWords<CaptionPlayers>.Parse(players);
    }

    private static int ReadHandsAgo(RuleObject? options)
    {
        var handsAgo = options?.Whole("hands_ago", 1, LongestLookBack, CaptionRule.DefaultHandsAgo) ?? CaptionRule.DefaultHandsAgo;
        options?.ReportUnknownKeys();
        return handsAgo;
    }
}
