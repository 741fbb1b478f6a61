namespace Line.Messaging;

/// <summary>What <see cref="WebhookSignature.Check"/> found. Only <see cref="Valid"/> may be processed.</summary>
public enum SignatureResult
{
    /// <summary>The body was signed with one of the channel secrets.</summary>
    Valid,

    /// <summary>There is no <c>x-line-signature</c> header, or it is empty.</summary>
    Missing,

    /// <summary>The header is not the Base64 of 32 bytes, so it cannot have come from LINE.</summary>
    Malformed,

    /// <summary>The header is well formed and belongs to another body or another secret.</summary>
    Wrong,
}
