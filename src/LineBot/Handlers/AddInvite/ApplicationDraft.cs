using System.Security.Cryptography;
using System.Text.Json;
using LineBot.Applications;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;

namespace LineBot.Handlers.AddInvite;

/// <summary>What a review page shows and sends on.</summary>
/// <param name="RequestId">Made for this review; sent twice, it is one application.</param>
/// <param name="Link">The token of the link from the talk; empty when the page was opened elsewhere.</param>
public sealed record ApplicationDraft(string RequestId, string Link, ApplicationContent Content);

/// <summary>
/// Carries a draft through the applicant's browser, encrypted and signed: nothing is stored of an application that is never sent,
/// and the page needs not ask for the password again.
/// </summary>
public sealed class ApplicationDrafts(IDataProtectionProvider protection, IOptions<ApplicationOptions> options, TimeProvider clock)
{
    private readonly IDataProtector _protector = protection.CreateProtector("LineBot.Application.1");

    public string Seal(ApplicationDraft draft) =>
        _protector.Protect(JsonSerializer.Serialize(new Sealed(draft, clock.GetUtcNow() + options.Value.ReviewLifetime)));

    /// <summary>The draft, or null for one that ran out or was not made here.</summary>
    public ApplicationDraft? Open(string? seal)
    {
        if (string.IsNullOrEmpty(seal))
            return null;
        try
        {
            var opened = JsonSerializer.Deserialize<Sealed>(_protector.Unprotect(seal));
            return opened is not null && clock.GetUtcNow() < opened.Until ? opened.Draft : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private sealed record Sealed(ApplicationDraft Draft, DateTimeOffset Until);
}
