using Xunit.Abstractions;

namespace EngageBot.Tests.Networks;

/// <summary>An error answer of X, and the first words of what is made of it.</summary>
public sealed class Refusal(string name, int status, string body, string expected, params string[] headers) : IXunitSerializable
{
    public Refusal()
        : this("", 0, "", "")
    {
    }

    public string Name { get; private set; } = name;

    public int Status { get; private set; } = status;

    public string Body { get; private set; } = body;

    public string Expected { get; private set; } = expected;

    public (string Name, string Value)[] Headers => [.. Lines.Select(line => (line.Split(": ")[0], line.Split(": ")[1]))];

    private string[] Lines { get; set; } = headers;

    public void Deserialize(IXunitSerializationInfo info)
    {
        (Name, Status, Body) = (info.GetValue<string>(nameof(Name)), info.GetValue<int>(nameof(Status)), info.GetValue<string>(nameof(Body)));
        (Expected, Lines) = (info.GetValue<string>(nameof(Expected)), info.GetValue<string[]>(nameof(Lines)));
    }

    public void Serialize(IXunitSerializationInfo info)
    {
        info.AddValue(nameof(Name), Name);
        info.AddValue(nameof(Status), Status);
        info.AddValue(nameof(Body), Body);
        info.AddValue(nameof(Expected), Expected);
        info.AddValue(nameof(Lines), Lines);
    }

    public override string ToString() => $"{Status} {Name}";
}
