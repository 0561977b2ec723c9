"""Sound: the players the program chooses from, and the child process that holds the audio device.

The device lives in a child because audio libraries print on fd 2, where the screen is drawn, and because a busy screen
would make the sound stutter. Keep this file empty of imports: the child starts through it.
"""
