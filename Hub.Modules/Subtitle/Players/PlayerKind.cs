using Hub.Modules.Kernel;
using Hub.Modules.Subtitle.Captions;
using Hub.Modules.Subtitle.ManualData;
using Hub.Modules.Subtitle.Persistence;

namespace Hub.Modules.Subtitle.Players;

/// <summary>Players: what exports do not say of them.</summary>
internal sealed class PlayerKind : ManualKind<Player, PlayerData>
{
    private const int MostBracelets = 99;
    private const long MostDollars = 999_999_999_999;

    public override string Path => "players";

    public override string Name => "player";

    public override string Words => "player";

    public override void Check(PlayerData data, FieldErrors errors)
    {
        errors.CheckName("name", data.Name);
        errors.CheckText("displayName", data.DisplayName);
        if (TextRules.Filled(data.Nationality) is { } nationality && !Countries.IsCode(nationality))
            errors.Add("nationality", $"'{nationality}' is no country code of ISO 3166-1 such as US or KR");
        if (TextRules.Filled(data.Photo) is { } photo && PictureName.Problem(photo) is { } problem)
            errors.Add("photo", problem);
        errors.CheckRange("bracelets", data.Bracelets, 0, MostBracelets);
        errors.CheckRange("totalEarnings", data.TotalEarnings, 0, MostDollars);
    }

    public override void Write(PlayerData data, Player entry)
    {
        entry.Name = NameKey.Tidy(data.Name!);
        entry.NameKey = NameKey.Of(data.Name!);
        entry.DisplayName = TextRules.Filled(data.DisplayName);
        entry.Nationality = TextRules.Filled(data.Nationality)?.ToUpperInvariant();
        entry.Photo = TextRules.Filled(data.Photo) is { } photo ? PictureName.Of(photo) : null;
        entry.Bracelets = data.Bracelets;
        entry.TotalEarnings = data.TotalEarnings;
        entry.IsKeyPlayer = data.IsKeyPlayer;
    }

    public override PlayerData Show(Player entry) => new()
    {
        Name = entry.Name,
        DisplayName = entry.DisplayName,
        Nationality = entry.Nationality,
        Photo = entry.Photo,
        Bracelets = entry.Bracelets,
        TotalEarnings = entry.TotalEarnings,
        IsKeyPlayer = entry.IsKeyPlayer,
    };

    public override CaptionImpact ImpactOf(Player entry) => CaptionImpact.OnNames(entry.Name);

    public override IQueryable<Player> Search(IQueryable<Player> entries, string key) => entries.Where(entry => entry.NameKey.Contains(key));
}
