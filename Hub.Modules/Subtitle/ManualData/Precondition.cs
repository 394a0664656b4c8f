using System.Globalization;

namespace Hub.Modules.Subtitle.ManualData;

/// <summary>The version that a change was made from, where the client says one: in <c>If-Match</c>, or in the body it got and sends back.</summary>
internal readonly record struct Precondition(string? Version)
{
    /// <param name="ifMatch">The header: <c>"123"</c>, <c>*</c> for any, or null.</param>
    /// <param name="version">The field of the body, or null.</param>
    public static Precondition Of(string? ifMatch, string? version)
        => new(ifMatch is null or "" or "*" ? version : ifMatch.Trim().Trim('"'));

    public bool Allows(uint version) => string.IsNullOrEmpty(Version) || Version == version.ToString(CultureInfo.InvariantCulture);
}
