using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace LineBot.Cli.Doctor;

/// <summary>The service as strangers meet it: by its public address, through whatever stands in front.</summary>
internal sealed class PublicFace : IDisposable
{
    /// <summary>More than any page that is looked at here.</summary>
    private const int LongestAnswer = 1_000_000;

    private readonly HttpClient _http;
    private DateTimeOffset? _certificateEnds;

    public PublicFace(TimeSpan patience)
    {
        var network = new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, SslOptions = { RemoteCertificateValidationCallback = Note } };
        _http = new HttpClient(network) { Timeout = patience, MaxResponseContentBufferSize = LongestAnswer };
    }

    public async Task<PublicAnswer> VisitAsync(Uri address, CancellationToken cancel)
    {
        try
        {
            using var response = await _http.GetAsync(address, cancel);
            return new PublicAnswer(
                (int)response.StatusCode, await response.Content.ReadAsStringAsync(cancel), address.Scheme == Uri.UriSchemeHttps ? _certificateEnds : null);
        }
        catch (HttpRequestException e)
        {
            return new PublicAnswer(0, e.GetBaseException().Message, Failure: e.HttpRequestError);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new PublicAnswer(0, $"> {_http.Timeout.TotalSeconds} s", Failure: HttpRequestError.ConnectionError);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>Looks at the certificate on the way and decides as browsers do.</summary>
    private bool Note(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        _certificateEnds = (certificate as X509Certificate2)?.NotAfter.ToUniversalTime();
        return errors == SslPolicyErrors.None;
    }
}

/// <param name="Status">0 where nobody answered.</param>
/// <param name="Text">What was answered, or why nothing was.</param>
internal sealed record PublicAnswer(int Status, string Text, DateTimeOffset? CertificateEnds = null, HttpRequestError Failure = HttpRequestError.Unknown);
