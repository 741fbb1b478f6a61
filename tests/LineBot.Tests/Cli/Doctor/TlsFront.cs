using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace LineBot.Tests.Cli.Doctor;

/// <summary>What stands in front of a service: it ends TLS with a certificate of its own making and says who came, and by what.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClient _inside = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false });
    private readonly X509Certificate2 _certificate;

    private TlsFront(X509Certificate2 certificate, WebApplication app) => (_certificate, _app) = (certificate, app);

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Where the service is; null while it does not run.</summary>
    public Uri? Service { get; set; }

    /// <summary>Whether it tells by what scheme somebody came.</summary>
    public bool TellsScheme { get; set; } = true;

    /// <param name="validFor">Of the certificate.</param>
    public static async Task<TlsFront> StartAsync(TimeSpan validFor)
    {
        var certificate = Certificate(validFor);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        var app = builder.Build();
        var front = new TlsFront(certificate, app);
        app.Run(front.PassOnAsync);
        await app.StartAsync();
        return front;
    }

    /// <summary>Writes the certificate to where a program is told whom to trust.</summary>
    public void WriteCertificate(string file) => File.WriteAllText(file, _certificate.ExportCertificatePem());

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _inside.Dispose();
        _certificate.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        if (Service is null)
        {
            context.Response.StatusCode = StatusCodes.Status502BadGateway;
            return;
        }
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), new Uri(Service, context.Request.Path));
        request.Headers.Host = context.Request.Host.Value;
        request.Headers.Add("X-Forwarded-For", "203.0.113.9");
        if (TellsScheme)
            request.Headers.Add("X-Forwarded-Proto", context.Request.Scheme);
        using var response = await _inside.SendAsync(request, context.RequestAborted);
        context.Response.StatusCode = (int)response.StatusCode;
        await context.Response.WriteAsync(await response.Content.ReadAsStringAsync(), context.RequestAborted);
    }

    private static X509Certificate2 Certificate(TimeSpan validFor)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now + validFor);
    }
}
