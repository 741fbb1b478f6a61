namespace Line.Messaging;

/// <summary>Whether the bytes of a message can be had.</summary>
public enum ContentState
{
    /// <summary>They are there (200).</summary>
    Ready,

    /// <summary>LINE still prepares a large video or sound: ask again later (202).</summary>
    Preparing,

    /// <summary>LINE could not prepare it.</summary>
    Failed,

    /// <summary>There is no such content, or LINE has deleted it (404).</summary>
    NotFound,

    /// <summary>The user unsent the message (410).</summary>
    Gone,
}

/// <summary>The bytes of a message, or why there are none.</summary>
public sealed class MessageContentResult : IDisposable
{
    private readonly HttpResponseMessage _response;

    internal MessageContentResult(ContentState state, HttpResponseMessage response, Stream? bytes)
    {
        State = state;
        Bytes = bytes;
        _response = response;
    }

    /// <summary>Whether the bytes can be had.</summary>
    public ContentState State { get; }

    /// <summary>The bytes, as they arrive; null unless <see cref="ContentState.Ready"/>.</summary>
    public Stream? Bytes { get; }

    /// <summary>What LINE says they are, such as <c>image/jpeg</c>.</summary>
    public string? MediaType => Bytes is null ? null : _response.Content.Headers.ContentType?.MediaType;

    /// <summary>How many there are; null when LINE does not say.</summary>
    public long? Length => Bytes is null ? null : _response.Content.Headers.ContentLength;

    /// <summary>Lets go of the connection.</summary>
    public void Dispose()
    {
        Bytes?.Dispose();
        _response.Dispose();
    }
}
