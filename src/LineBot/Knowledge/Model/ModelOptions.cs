namespace LineBot.Knowledge.Model;

/// <summary>An optional language model behind an OpenAI-compatible address. Without an address there is none.</summary>
public sealed class ModelOptions
{
    public const string Section = "Knowledge:Model";

    /// <summary>The address of the API, below which <c>chat/completions</c> lies: <c>https://models.example/v1/</c>.</summary>
    public Uri? Address { get; set; }

    /// <summary>The model's name at that address.</summary>
    public string Name { get; set; } = "";

    /// <summary>Sent as a bearer token, where there is one.</summary>
    public string? Key { get; set; }

    /// <summary>How long a customer waits for it; then search alone answers.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(2);

    public bool IsOn => Address is not null;

    /// <summary>Customers' words go there: not without encryption, but to this machine.</summary>
    public bool IsSafe => Address is null || (Address.IsAbsoluteUri && (Address.Scheme == Uri.UriSchemeHttps || Address.IsLoopback));
}
