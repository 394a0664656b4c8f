using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Hub.Contracts.Monitoring;

namespace Hub.Modules.Monitoring.Alerts.Sending;

/// <summary>
/// Posts to one address, and goes nowhere else: a redirect is an error. What the answer holds is not read, and the address, which is a
/// secret, is in no log, trace or error.
/// </summary>
internal sealed class WebhookTarget(WebhookOptions options, string name, TimeProvider clock) : IAlertTarget, IDisposable
{
    private const int MostUnreadBytes = 4096;

    private readonly Uri _url = new(options.Url);

    private readonly HttpClient _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        // Neither spans, which would bear the address, nor headers that are nobody's business.
        ActivityHeadersPropagator = null,
        MaxResponseDrainSize = MostUnreadBytes,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
    })
    {
        Timeout = Timeout.InfiniteTimeSpan,
        DefaultRequestHeaders = { UserAgent = { new ProductInfoHeaderValue("wsop-automation-hub", "2") } },
    };

    public string Name => name;

    public AlertSeverity LeastSeverity => options.LeastSeverity;

    public async Task SendAsync(IReadOnlyList<AlertNotice> notices, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _url)
        {
            Content = options.Format == WebhookFormat.Slack ? SlackMessage.Of(notices) : JsonMessage.Of(notices),
        };
        using var response = await PostAsync(request, cancellationToken);
        if (!response.IsSuccessStatusCode)
            throw new TargetException(Refusal(response.StatusCode), RetryAfter(response.Headers.RetryAfter));
    }

    public void Dispose() => _client.Dispose();

    private async Task<HttpResponseMessage> PostAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        try
        {
            return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            var cause = exception is HttpRequestException { HttpRequestError: var error } ? error.ToString() : exception.GetType().Name;
            throw new TargetException($"cannot be reached or broke off ({cause})", retryAfter: null, exception);
        }
    }

    private static string Refusal(HttpStatusCode status)
        => string.Create(CultureInfo.InvariantCulture, $"answered {(int)status} {status}")
            + ((int)status is >= 300 and < 400 ? "; redirects are not followed, configure where it leads" : "");

    private TimeSpan? RetryAfter(RetryConditionHeaderValue? header) => header?.Delta ?? header?.Date - clock.GetUtcNow();
}
