using System.Security.Cryptography;
using System.Text;

namespace LineBot.Webhook.Recordings;

/// <summary>
/// Knows which texts are everybody's: those that were written or read in enough different chats. What only a few have had to do with
/// may be of one of them.
/// </summary>
/// <param name="chats">How many chats make a text everybody's.</param>
/// <param name="capacity">Texts remembered; the oldest are forgotten first, and then count as new.</param>
public sealed class SharedTexts(int chats, int capacity = 20_000)
{
    // Only hashes are remembered, by a key of this run: the memory holds no text and no id.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<ulong, List<ulong>> _chatsOf = [];
    private readonly Queue<ulong> _oldest = new();

    /// <summary>Notes that a text was there in a chat, and says whether it is everybody's by now.</summary>
    /// <param name="chat">Null where that is not known, which counts for nothing.</param>
    public bool Note(string text, string? chat)
    {
        if (chats <= 1)
            return true;
        var hash = HashOf(text);
        if (!_chatsOf.TryGetValue(hash, out var seenIn))
        {
            if (_oldest.Count == capacity)
                _chatsOf.Remove(_oldest.Dequeue());
            _oldest.Enqueue(hash);
            _chatsOf[hash] = seenIn = [];
        }
        if (seenIn.Count < chats && chat is not null && HashOf(chat) is var one && !seenIn.Contains(one))
            seenIn.Add(one);
        return seenIn.Count >= chats;
    }

    private ulong HashOf(string text) => BitConverter.ToUInt64(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(text)));
}
