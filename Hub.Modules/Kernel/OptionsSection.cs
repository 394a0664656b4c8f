namespace Hub.Modules.Kernel;

/// <summary>A section of the configuration and the options it is bound to; the host knows from these which keys exist.</summary>
/// <param name="Name">Section, e.g. <c>Render:Worker</c>.</param>
/// <param name="OptionsType">Type with one property for each key.</param>
public sealed record OptionsSection(string Name, Type OptionsType);
