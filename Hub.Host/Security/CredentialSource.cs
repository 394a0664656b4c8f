using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Hub.Host.Security;

/// <summary>
/// The logins in force: those of the configuration, also when it changes while the hub runs, so that passwords and keys can be replaced on
/// air. A change that cannot be used is told and leaves the former logins in force.
/// </summary>
internal sealed partial class CredentialSource : IDisposable
{
    private readonly IConfiguration _configuration;
    private readonly IEnumerable<IValidateOptions<AuthOptions>> _validators;
    private readonly IServiceProvider _services;
    private readonly ILogger<CredentialSource> _logger;
    private readonly IDisposable _listening;
    private IReadOnlyList<KeyValuePair<string, string?>> _settings;
    private volatile Credentials _current;

    public CredentialSource(
        IConfiguration configuration,
        IOptions<AuthOptions> options,
        IEnumerable<IValidateOptions<AuthOptions>> validators,
        IServiceProvider services,
        ILogger<CredentialSource> logger)
    {
        (_configuration, _validators, _services, _logger) = (configuration, validators, services, logger);
        _settings = ReadSettings();
        _current = CredentialsOf(options.Value);
        _listening = ChangeToken.OnChange(configuration.GetReloadToken, Reload);
    }

    public Credentials Current => _current;

    public void Dispose() => _listening.Dispose();

    /// <summary>Runs on the thread that watches the file; an exception there would be nobody's.</summary>
    private void Reload()
    {
        try
        {
            var settings = ReadSettings();
            if (settings.SequenceEqual(_settings))
                return;

            _current = CredentialsOf(Validated());
            _settings = settings;
            Replaced(_logger);
        }
        catch (Exception exception)
        {
            NotReplaced(_logger, exception.Message);
        }
    }

    private AuthOptions Validated()
    {
        var options = _configuration.GetSection(AuthOptions.SectionName).Get<AuthOptions>() ?? new AuthOptions();
        var failures = _validators.Select(validator => validator.Validate(Options.DefaultName, options)).Where(result => result.Failed).SelectMany(result => result.Failures ?? []).ToList();
        if (failures.Count > 0)
            throw new OptionsValidationException(Options.DefaultName, typeof(AuthOptions), failures);
        ListenAddresses.Demand(_configuration, loopbackOnly: options.IsEmpty);
        return options;
    }

    private Credentials CredentialsOf(AuthOptions options)
        => options.IsEmpty ? new([_services.GetRequiredService<FirstLogin>().ToUser()], []) : new(options.Users, options.ApiKeys);

    private List<KeyValuePair<string, string?>> ReadSettings()
        => [.. _configuration.GetSection(AuthOptions.SectionName).AsEnumerable().OrderBy(setting => setting.Key, StringComparer.Ordinal)];

    [LoggerMessage(Level = LogLevel.Information, Message = "The logins have changed: those of the new configuration are in force")]
    private static partial void Replaced(ILogger logger);

    [LoggerMessage(Level = LogLevel.Error, Message = "The logins of the changed configuration cannot be used; the former ones stay in force: {Reason}")]
    private static partial void NotReplaced(ILogger logger, string reason);
}
