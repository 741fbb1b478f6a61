using System.Reflection;

namespace LineBot.RichMenu;

/// <summary>A method that answers, in one of the two shapes that a handler's method may have.</summary>
public sealed class HandlerMethod
{
    private HandlerMethod(string name, string room) => (Name, Room) = (name, room);

    /// <summary>Handler and method, for logs.</summary>
    public string Name { get; }

    /// <summary>The room that it stands in: the last part of its namespace.</summary>
    public string Room { get; }

    /// <summary>Answers inside the transaction. Null when LINE has to be asked first.</summary>
    public Decision? Answer { get; private init; }

    /// <summary>Asks LINE what is needed, outside of any transaction, and says what is then to be done inside one.</summary>
    public Func<Tap, CancellationToken, Task<Decision>>? Prepare { get; private init; }

    public static HandlerMethod Of(object handler, MethodInfo method)
    {
        var type = handler.GetType();
        var (name, room) = ($"{type.Name}.{method.Name}", type.Namespace!.Split('.')[^1]);
        var parameters = method.GetParameters().Select(parameter => parameter.ParameterType).ToArray();
        if (method.ReturnType == typeof(Reply) && parameters is [var turn] && turn == typeof(Turn))
            return new HandlerMethod(name, room) { Answer = method.CreateDelegate<Decision>(handler) };
        if (method.ReturnType == typeof(Task<Decision>) && parameters is [var tap, var cancel] && tap == typeof(Tap) && cancel == typeof(CancellationToken))
            return new HandlerMethod(name, room) { Prepare = method.CreateDelegate<Func<Tap, CancellationToken, Task<Decision>>>(handler) };
        throw new InvalidOperationException(
            $"{name} cannot answer a tap: write it as 'Reply {method.Name}(Turn)' or 'Task<Decision> {method.Name}(Tap, CancellationToken)'.");
    }
}
