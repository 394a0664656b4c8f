namespace Hub.Adapters.Rendering.Lottie.Fonts;

/// <summary>What is usual on the systems the hub runs on.</summary>
internal static class SystemFonts
{
    /// <summary>Fonts that come with Debian's fonts-roboto, fonts-noto-core, fonts-nanum, fonts-noto-cjk and fonts-dejavu-core, and with Windows.</summary>
    public static readonly string[] Fallbacks =
    [
        "Roboto", "Noto Sans", "NanumGothic", "Nanum Gothic", "Noto Sans CJK KR", "Malgun Gothic",
        "Noto Sans CJK JP", "Yu Gothic", "Microsoft YaHei", "Segoe UI", "Noto Sans Symbols", "Noto Sans Symbols2", "DejaVu Sans",
    ];

    public static IEnumerable<string> Folders()
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string[] folders = OperatingSystem.IsWindows()
            ?
            [
                Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
                Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "Microsoft", "Windows", "Fonts"),
            ]
            : ["/usr/share/fonts", "/usr/local/share/fonts", Path.Combine(home, ".local", "share", "fonts"), Path.Combine(home, ".fonts")];
        return folders.Where(Directory.Exists);
    }
}
