namespace Hub.Tests.Adapters.Lottie.Packages;

/// <summary>What a package may be asked to show.</summary>
internal enum PackageCase
{
    Usual,
    Longest,
    SixtyLetters,
    WideLetters,
    Hangul,
    Cyrillic,
    OneSlot,
    NoFlags,
    OnlyRequired,
}
