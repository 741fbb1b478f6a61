using Microsoft.AspNetCore.Mvc;

namespace LineBot.Handlers.AgeVerification;

/// <summary>What was typed on the page.</summary>
public sealed class AgeForm
{
    /// <summary>From whose talk the page was opened, if from one.</summary>
    [FromForm(Name = AgeVerificationEndpoint.Link)]
    public string? Link { get; set; }

    [FromForm(Name = "userCode")]
    public string? UserCode { get; set; }

    [FromForm(Name = "birthDate")]
    public string? BirthDate { get; set; }
}
