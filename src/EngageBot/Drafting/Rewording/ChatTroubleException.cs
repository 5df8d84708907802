namespace EngageBot.Drafting.Rewording;

/// <summary>The language model gave no usable answer; the message says why, without keys and without anybody's words.</summary>
internal sealed class ChatTroubleException(string message) : Exception(message);
