// Made from contracts/src/Agreement.sol by contracts/generate.ts; change the Solidity and run it again.
export const agreementAbi = [
  {
    "inputs": [],
    "stateMutability": "nonpayable",
    "type": "constructor"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "target",
        "type": "address"
      }
    ],
    "name": "AddressEmptyCode",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementClosed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementExists",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "AgreementUnknown",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "int256",
        "name": "chosen",
        "type": "int256"
      }
    ],
    "name": "ChoiceOutOfBounds",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "CollectFailed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "FailedCall",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "GasTooLow",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InputFitsNoCase",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "InputLate",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "bits",
        "type": "uint256"
      }
    ],
    "name": "IntegerTooWide",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "timeout",
        "type": "uint256"
      }
    ],
    "name": "IntervalAmbiguous",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      }
    ],
    "name": "IntervalEmpty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "minTime",
        "type": "uint64"
      }
    ],
    "name": "IntervalInPast",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "InvalidParty",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "InvalidShortString",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "party",
        "type": "address"
      }
    ],
    "name": "NotAuthorized",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint64",
        "name": "from",
        "type": "uint64"
      },
      {
        "internalType": "uint64",
        "name": "to",
        "type": "uint64"
      },
      {
        "internalType": "uint256",
        "name": "time",
        "type": "uint256"
      }
    ],
    "name": "NotInInterval",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NotYetTrue",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "NothingOwed",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "NothingToDo",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "NumberTooLarge",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ProgramTooDeep",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "ReentrancyGuardReentrantCall",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "SafeERC20FailedOperation",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "StateMismatch",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "string",
        "name": "str",
        "type": "string"
      }
    ],
    "name": "StringTooLong",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "offset",
        "type": "uint256"
      }
    ],
    "name": "TermsMalformed",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "hash",
        "type": "bytes32"
      }
    ],
    "name": "TermsMissing",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TermsTooLarge",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "arrived",
        "type": "uint256"
      }
    ],
    "name": "TokenTakesFee",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyNames",
    "type": "error"
  },
  {
    "inputs": [],
    "name": "TooManyPayouts",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "int256",
        "name": "expected",
        "type": "int256"
      },
      {
        "internalType": "int256",
        "name": "given",
        "type": "int256"
      }
    ],
    "name": "WrongAmount",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongParty",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "expected",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "given",
        "type": "address"
      }
    ],
    "name": "WrongToken",
    "type": "error"
  },
  {
    "inputs": [
      {
        "internalType": "uint256",
        "name": "expected",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "sent",
        "type": "uint256"
      }
    ],
    "name": "WrongValue",
    "type": "error"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      }
    ],
    "name": "Advanced",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "Collected",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [],
    "name": "EIP712DomainChanged",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "enum InputKind",
        "name": "kind",
        "type": "uint8"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "party",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "account",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "name",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "int256",
        "name": "number",
        "type": "int256"
      }
    ],
    "name": "InputApplied",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "indexed": false,
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "Opened",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Owed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "to",
        "type": "address"
      },
      {
        "indexed": true,
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "indexed": false,
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "name": "Paid",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "indexed": false,
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "TermsRevealed",
    "type": "event"
  },
  {
    "anonymous": false,
    "inputs": [
      {
        "indexed": true,
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "indexed": false,
        "internalType": "struct Warning",
        "name": "warning",
        "type": "tuple"
      }
    ],
    "name": "Warned",
    "type": "event"
  },
  {
    "inputs": [],
    "name": "PAYOUT_GAS",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "advance",
    "outputs": [],
    "stateMutability": "payable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "to",
        "type": "address"
      }
    ],
    "name": "collect",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "name": "commitmentOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [],
    "name": "eip712Domain",
    "outputs": [
      {
        "internalType": "bytes1",
        "name": "fields",
        "type": "bytes1"
      },
      {
        "internalType": "string",
        "name": "name",
        "type": "string"
      },
      {
        "internalType": "string",
        "name": "version",
        "type": "string"
      },
      {
        "internalType": "uint256",
        "name": "chainId",
        "type": "uint256"
      },
      {
        "internalType": "address",
        "name": "verifyingContract",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "uint256[]",
        "name": "extensions",
        "type": "uint256[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "terms",
        "type": "bytes32"
      },
      {
        "internalType": "uint64",
        "name": "nonce",
        "type": "uint64"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input",
        "name": "input",
        "type": "tuple"
      }
    ],
    "name": "hashInput",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "opener",
        "type": "address"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      }
    ],
    "name": "idOf",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      }
    ],
    "stateMutability": "pure",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes[]",
        "name": "data",
        "type": "bytes[]"
      }
    ],
    "name": "multicall",
    "outputs": [
      {
        "internalType": "bytes[]",
        "name": "results",
        "type": "bytes[]"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "root",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "salt",
        "type": "bytes32"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "open",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "id",
        "type": "bytes32"
      }
    ],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "address",
        "name": "payee",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "token",
        "type": "address"
      }
    ],
    "name": "owedTo",
    "outputs": [
      {
        "internalType": "uint256",
        "name": "",
        "type": "uint256"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "contract IERC20Permit",
        "name": "token",
        "type": "address"
      },
      {
        "internalType": "address",
        "name": "owner",
        "type": "address"
      },
      {
        "internalType": "uint256",
        "name": "amount",
        "type": "uint256"
      },
      {
        "internalType": "uint256",
        "name": "deadline",
        "type": "uint256"
      },
      {
        "internalType": "uint8",
        "name": "v",
        "type": "uint8"
      },
      {
        "internalType": "bytes32",
        "name": "r",
        "type": "bytes32"
      },
      {
        "internalType": "bytes32",
        "name": "s",
        "type": "bytes32"
      }
    ],
    "name": "permit",
    "outputs": [],
    "stateMutability": "nonpayable",
    "type": "function"
  },
  {
    "inputs": [
      {
        "internalType": "bytes32",
        "name": "remaining",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "state",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "uint64",
            "name": "from",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "to",
            "type": "uint64"
          }
        ],
        "internalType": "struct Interval",
        "name": "interval",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "enum InputKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "party",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "account",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "number",
            "type": "int256"
          },
          {
            "internalType": "bytes",
            "name": "signature",
            "type": "bytes"
          }
        ],
        "internalType": "struct Input[]",
        "name": "inputs",
        "type": "tuple[]"
      },
      {
        "internalType": "bytes",
        "name": "terms",
        "type": "bytes"
      }
    ],
    "name": "preview",
    "outputs": [
      {
        "internalType": "bytes32",
        "name": "",
        "type": "bytes32"
      },
      {
        "components": [
          {
            "components": [
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "address",
                "name": "token",
                "type": "address"
              },
              {
                "internalType": "uint256",
                "name": "amount",
                "type": "uint256"
              }
            ],
            "internalType": "struct Account[]",
            "name": "accounts",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "address",
                "name": "owner",
                "type": "address"
              },
              {
                "internalType": "int256",
                "name": "chosen",
                "type": "int256"
              }
            ],
            "internalType": "struct Choice[]",
            "name": "choices",
            "type": "tuple[]"
          },
          {
            "components": [
              {
                "internalType": "bytes32",
                "name": "name",
                "type": "bytes32"
              },
              {
                "internalType": "int256",
                "name": "value",
                "type": "int256"
              }
            ],
            "internalType": "struct BoundValue[]",
            "name": "boundValues",
            "type": "tuple[]"
          },
          {
            "internalType": "uint64",
            "name": "minTime",
            "type": "uint64"
          },
          {
            "internalType": "uint64",
            "name": "inputs",
            "type": "uint64"
          }
        ],
        "internalType": "struct State",
        "name": "",
        "type": "tuple"
      },
      {
        "components": [
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "uint256",
            "name": "amount",
            "type": "uint256"
          }
        ],
        "internalType": "struct Payment[]",
        "name": "",
        "type": "tuple[]"
      },
      {
        "components": [
          {
            "internalType": "enum WarningKind",
            "name": "kind",
            "type": "uint8"
          },
          {
            "internalType": "address",
            "name": "from",
            "type": "address"
          },
          {
            "internalType": "address",
            "name": "to",
            "type": "address"
          },
          {
            "internalType": "bool",
            "name": "inside",
            "type": "bool"
          },
          {
            "internalType": "address",
            "name": "token",
            "type": "address"
          },
          {
            "internalType": "bytes32",
            "name": "name",
            "type": "bytes32"
          },
          {
            "internalType": "int256",
            "name": "first",
            "type": "int256"
          },
          {
            "internalType": "int256",
            "name": "second",
            "type": "int256"
          }
        ],
        "internalType": "struct Warning[]",
        "name": "",
        "type": "tuple[]"
      }
    ],
    "stateMutability": "view",
    "type": "function"
  }
] as const;

export const agreementBytecode = '0x6101606040523461013d57604051610018604082610141565b6013815260208101907f47726973746d696c6c2041677265656d656e7400000000000000000000000000825260405191610053604084610141565b600183526020830191603160f81b835261006c81610178565b6101205261007984610178565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a081526100e260c082610141565b5190206080523060c052604051615ca690816101e4823960805181613efd015260a05181613fb4015260c05181613ece015260e05181613f4c01526101005181613f72015261012051816109b2015261014051816109db0152f35b5f80fd5b601f909101601f19168101906001600160401b0382119082101761016457604052565b634e487b7160e01b5f52604160045260245ffd5b601f8151116101a3576020815191015160208210610194571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe60806040526004361015610011575f80fd5b5f5f3560e01c806308d349441461100b5780631504d2b214610b4557806344abc9b714610aae57806384b0196e1461097c5780639a44da8314610941578063a10bb806146108f9578063a12ef25e1461066d578063ac9650d814610473578063c884592d14610422578063d505accf1461031f578063db5a0aa1146102a65763ee1818f21461009e575f80fd5b346102a35760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102a35760043560443567ffffffffffffffff81116102a1576100f0903690600401611c7a565b6100fd8360243533612737565b92838552600260205260408520546102755761011761244a565b916103e842024281046103e81442151715610248579161023d86949260209867ffffffffffffffff7f88487d704017fcc4c010f3b2493fe6ebe0f9d7c10a605f46e489dc17c71dc7f2961660608601526101c26101726122bd565b6040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06110206101a38184612022565b6080835201368e83013760a08201526101bc848b612c1e565b86612d6d565b604080518b810190610205816101d98a8a866123a4565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282612022565b5190209188815260028c52205561022d604051948594855260608b8601526060850190611ca8565b90838203604085015233976123be565b0390a3604051908152f35b6024877f4e487b710000000000000000000000000000000000000000000000000000000081526011600452fd5b602485857f03b3b048000000000000000000000000000000000000000000000000000000008252600452fd5b825b80fd5b50346102a35760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126102a35773ffffffffffffffffffffffffffffffffffffffff60406102f5611f1d565b92826102ff611f40565b9416815260036020522091165f52602052602060405f2054604051908152f35b503461041e5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760043573ffffffffffffffffffffffffffffffffffffffff811680910361041e57610378611f40565b906084359160ff831680930361041e57813b1561041e5760e473ffffffffffffffffffffffffffffffffffffffff915f809460405196879586947fd505accf00000000000000000000000000000000000000000000000000000000865216600485015230602485015260443560448501526064356064850152608484015260a43560a484015260c43560c48401525af1610410575080f35b61041c91505f90612022565b005b5f80fd5b3461041e5760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e57602061046b61045e611f1d565b6044359060243590612737565b604051908152f35b3461041e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760043567ffffffffffffffff811161041e576104c2903690600401611c49565b6020916040516104d28482612022565b5f8152838101907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0850136833761050884612063565b926105166040519485612022565b8484527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061054386612063565b01865f5b82811061065e575050505f5b858110156105e3576001906105c76105c16105738360051b8601866126e6565b91908b89846040519586948486013783018281015f81528b519283915e01015f8152037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282612022565b306129f4565b6105d18288612436565b526105dc8187612436565b5001610553565b604080518881528651818a018190525f92600582901b8301810191898c01918c9085015b8287106106145785850386f35b90919293828061064e837fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc08a600196030186528851611eda565b9601920196019592919092610607565b60608782018301528101610547565b3461041e5760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e576106a4611f1d565b6106ac611f40565b906106b5612778565b6106be82612998565b335f52600360205260405f2073ffffffffffffffffffffffffffffffffffffffff82165f5260205260405f20549081156108b35773ffffffffffffffffffffffffffffffffffffffff90335f52600360205260405f208282165f526020525f60408120551691604051928284528073ffffffffffffffffffffffffffffffffffffffff8316948560208201527f17d1d31f1ddb920df3ecc5ae749f962a562e75ad36cd7dd12fea0d4fec1cec1160403392a38061080c57505f80808481945af13d15610807573d61078e81612687565b9061079c6040519283612022565b81525f60203d92013e5b156107db57602091505b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d604051908152f35b507fec99686d000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6107a6565b929050604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f526004528160245260205f60448180875af19060015f5114821615610892575b6040521561086657602091506107b0565b507f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9060018115166108aa57833b15153d15161690610855565b503d5f823e3d90fd5b73ffffffffffffffffffffffffffffffffffffffff907f53ead58b000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b3461041e5760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e576004355f526002602052602060405f2054604051908152f35b3461041e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e576020604051620186a08152f35b3461041e575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e57610a526109d67f0000000000000000000000000000000000000000000000000000000000000000613fda565b6109ff7f0000000000000000000000000000000000000000000000000000000000000000613fda565b6020610a6060405192610a128385612022565b5f84525f3681376040519586957f0f00000000000000000000000000000000000000000000000000000000000000875260e08588015260e0870190611eda565b908582036040870152611eda565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b828110610a9757505050500390f35b835185528695509381019392810192600101610a88565b3461041e5760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760443567ffffffffffffffff8116810361041e5760643567ffffffffffffffff811161041e5760e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261041e5760209161046b9160040190602435600435612498565b3461041e5760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760243567ffffffffffffffff811161041e5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261041e5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffbc36011261041e5760843567ffffffffffffffff811161041e57610bfc903690600401611c49565b919060a4359167ffffffffffffffff831161041e57610c22610c38933690600401611c7a565b939091610c2d61244a565b50369060040161207b565b93610c41612313565b936044359567ffffffffffffffff87169687810361041e576064359067ffffffffffffffff8216820361041e5767ffffffffffffffff82168911610fd157606083019867ffffffffffffffff8a511667ffffffffffffffff84168111610f9857509267ffffffffffffffff809381608094610d749897828e519f51168091115f14610f8e57509998995b168c521660208b01528051610cde6122a4565b9080516020830152815260408b01526020810151610cfa6122a4565b9080516020830152815260608b01526040810151610d166122a4565b815160208201529081528a8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611020610d558184612022565b8483520136602083013760a08b01520151169260208701938452612c1e565b91610d82838660043561346e565b955f93608087019260c08801965b818710610f01578989895115610ed95790610daa82612928565b916060604082015191602083519301518352015190602082519201518252610de46040519485948552608060208601526080850190611ca8565b8381036040850152602080835192838152019201905f5b818110610e4f575050508281036060840152602080835192838152019201905f5b818110610e2a575050500390f35b91935091602061010082610e416001948851611dff565b019401910191849392610e1c565b9193945091602060a06001926080875173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff85820151168584015260408101511515604084015273ffffffffffffffffffffffffffffffffffffffff60608201511660608401520151608082015201940191019185949392610dfb565b7f5c52a868000000000000000000000000000000000000000000000000000000005f5260045ffd5b90919293949598838982610f19610f29948a51613733565b610f248d87876128b1565b61380a565b865160018101809111610f6157848a600193610f51938b52610f4c898483612d6d565b61346e565b9981895201959493929190610d90565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b9050999899610ccb565b67ffffffffffffffff847fa1757dcf000000000000000000000000000000000000000000000000000000005f521660045260245260445ffd5b67ffffffffffffffff828a7f77f1205c000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b60e07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261041e5760243560043560443567ffffffffffffffff811161041e5760a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc823603011261041e5760407fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9c36011261041e5760a43567ffffffffffffffff811161041e576110c3903690600401611c49565b60c435929167ffffffffffffffff841161041e576110e86110fd943690600401611c7a565b9490936110f3612778565b369060040161207b565b936111098588886127ec565b611111612313565b5061111a612313565b946064359767ffffffffffffffff891691828a0361041e5760843567ffffffffffffffff81169a8b820361041e578b8511611c1957606083019467ffffffffffffffff8651168d8111611bea5750928a9b9c67ffffffffffffffff938460809461124d978f9e9f8390519b51168091115f14611bde575090899f99915b1690525060208d015280516111aa6122a4565b9080516020830152815260408d015260208101516111c66122a4565b9080516020830152815260608d015260408101516111e26122a4565b815160208201529081528c8301526040517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06110206112218184612022565b8483520136602083013760a08d01520151169160208401928352611245858a612c1e565b93849161346e565b975f608088019360c08901925b888310611b90575050505115610ed9576103e842024281046103e81442151715610f61578067ffffffffffffffff611290612376565b16111580611b75575b6112a1612376565b6112a961238d565b9115611b3657505050906112c0858a9493516126c1565b905f5b868110611a23575050506112d685612928565b957fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a8803611a045760015b835f52600260205260405f2055846119c0575b5050505f915f5b8181106116795750505034810361164a57506060810151916020835193015183525f5b85845182101561138f57906001917fe53120029291c5cc0e8987f04756a4aef711e938b9f0f24e11ac8b6829adc6ba61010061137a8489612436565b516113886040518092611dff565ba20161133e565b604084827f21f762f77873cdaca689836d77b8c0b99adc3d568e7cb17302a30439c432eb66868a6113c48651928392836123a4565b0390a201516020815191015181525f5b8151811015611625576113e78183612436565b5190604082015115801590611619575b611610576060820173ffffffffffffffffffffffffffffffffffffffff815116906020840193608073ffffffffffffffffffffffffffffffffffffffff865116910192835191811590815f146115c657604051611455602082612022565b5f8152925b82156115b757505f60209194935b62021bcb5a119482805283825192019087620186a0f1923d159115841661159c575b505081908215611594575b501561156c576001948791156114f457602073ffffffffffffffffffffffffffffffffffffffff807f37db9851b6c9a32f8ddcf4734e6526de7c85268ef735f7883ea70dc8a39c9c859351169451169451604051908152a45b016113d4565b602073ffffffffffffffffffffffffffffffffffffffff807f87dfa7e206a64bc13933dbcfd98a243674019da80e488c95c9a1e023f5a89479938751828251165f526003855260405f2083808a5116165f52855261155760405f2091825461291b565b905551169451169451604051908152a46114ee565b7f858c8974000000000000000000000000000000000000000000000000000000005f5260045ffd5b905088611495565b909192503b151581169060015f51149015161790888061148a565b919350509160205f8093611468565b6040517fa9059cbb0000000000000000000000000000000000000000000000000000000060208201528160248201528460448201526044815261160a606482612022565b9261145a565b600191506114ee565b506080820151156113f7565b5f7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d005b7f195a3ca1000000000000000000000000000000000000000000000000000000005f526004523460245260445ffd5b6116848183856128b1565b803590600382101561041e576020810161169d81612477565b926116aa60408401612477565b8c7ff5b1fa67eaab64cff6e390fb51aa4f1244e05d940b3d276ee78cd52eb392826a60a073ffffffffffffffffffffffffffffffffffffffff606088019860806116f38b612477565b9983858201359b816040519a8c8c521660208b0152166040890152013560608701528860808701521693a3158015906119b6575b6119ab5773ffffffffffffffffffffffffffffffffffffffff61174984612477565b16156119965773ffffffffffffffffffffffffffffffffffffffff61176d84612477565b16604051917f70a08231000000000000000000000000000000000000000000000000000000008352306004840152602083602481855afa92831561190c575f93611961575b506117bc90612477565b9073ffffffffffffffffffffffffffffffffffffffff604051927f23b872dd000000000000000000000000000000000000000000000000000000005f5216600452306024528360445260205f60648180855af160015f5114811615611942575b826040525f6060521561191757816024816020937f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa90811561190c575f916118d9575b5061187d91611877916126c1565b92612477565b818303611891575050506001905b0161131b565b73ffffffffffffffffffffffffffffffffffffffff907f49b27b36000000000000000000000000000000000000000000000000000000005f521660045260245260445260645ffd5b90506020813d8211611904575b816118f360209383612022565b8101031261041e575161187d611869565b3d91506118e6565b6040513d5f823e3d90fd5b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b600181151661195857813b15153d15161661181c565b823d5f823e3d90fd5b9092506020813d821161198e575b8161197c60209383612022565b8101031261041e5751916117bc6117b2565b3d915061196f565b506119a591506001929561291b565b9361188b565b50505060019061188b565b505f821315611727565b7f4beb0a56bd9a534081c5271d9f9c9e8da480d7c297326fc9d4eb4057329f9214916119f96040519283926020845260208401916123be565b0390a2858780611314565b6040516020810190611a1b816101d98b8d866123a4565b519020611301565b9091929350611a338187876128b1565b8035600381101561041e5760028c91148015611b0c575b611b0257611aa4611a8083611aaa93611a6587895151612436565b5167ffffffffffffffff611a79898c61291b565b1691612498565b6020840193611a9c611a9186612477565b9160c08101906126e6565b929091613c6d565b91612477565b9015611ac057506001905b0190899392916112c3565b73ffffffffffffffffffffffffffffffffffffffff907f4a0bfec1000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b5050600190611ab5565b50611b1960208301612477565b73ffffffffffffffffffffffffffffffffffffffff163314611a4a565b9067ffffffffffffffff80927fe0f87475000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b5067ffffffffffffffff611b8761238d565b16811115611299565b90919a828a82610f248f611ba8611baf968c51613733565b8d8d6128b1565b845160018101809111610f6157838b600193611bd2938952610f4c868483612d6d565b9b81855201919061125a565b905090899f9991611197565b8d7fa1757dcf000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b8b857f77f1205c000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9181601f8401121561041e5782359167ffffffffffffffff831161041e576020808501948460051b01011161041e57565b9181601f8401121561041e5782359167ffffffffffffffff831161041e576020838186019501011161041e57565b9060a081019180519260a083528351809152602060c084019401905f5b818110611da5575050506020810151928281036020840152602080855192838152019401905f5b818110611d61575050506040810151928281036040840152602080855192838152019401905f5b818110611d3f5750505067ffffffffffffffff6080828260608395015116606086015201511691015290565b8251805187526020908101518188015260409096019590920191600101611d13565b90919460206060600192604089518051835273ffffffffffffffffffffffffffffffffffffffff858201511685840152015160408201520196019101919091611cec565b909194602060606001926040895173ffffffffffffffffffffffffffffffffffffffff815116835273ffffffffffffffffffffffffffffffffffffffff858201511685840152015160408201520196019101919091611cc5565b80516005811015611e985760e0918291845273ffffffffffffffffffffffffffffffffffffffff602082015116602085015273ffffffffffffffffffffffffffffffffffffffff604082015116604085015260608101511515606085015273ffffffffffffffffffffffffffffffffffffffff608082015116608085015260a081015160a085015260c081015160c08501520151910152565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b359067ffffffffffffffff8216820361041e57565b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f602080948051918291828752018686015e5f8582860101520116010190565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361041e57565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361041e57565b359073ffffffffffffffffffffffffffffffffffffffff8216820361041e57565b60a0810190811067ffffffffffffffff821117611fa057604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b6060810190811067ffffffffffffffff821117611fa057604052565b6040810190811067ffffffffffffffff821117611fa057604052565b610100810190811067ffffffffffffffff821117611fa057604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117611fa057604052565b67ffffffffffffffff8111611fa05760051b60200190565b91909160a08184031261041e576040519061209582611f84565b8193813567ffffffffffffffff811161041e57820181601f8201121561041e5780356120c081612063565b916120ce6040519384612022565b8183526020606081850193028201019084821161041e57602001915b81831061225a575050508352602082013567ffffffffffffffff811161041e57820181601f8201121561041e57803561212281612063565b916121306040519384612022565b8183526020606081850193028201019084821161041e57602001915b818310612217575050506020840152604082013567ffffffffffffffff811161041e57820181601f8201121561041e5780359061218882612063565b926121966040519485612022565b82845260208085019360061b8301019181831161041e57602001925b8284106121e65750505050608080926121e19260408601526121d660608201611ec5565b606086015201611ec5565b910152565b60408483031261041e576020604091825161220081611fe9565b8635815282870135838201528152019301926121b2565b60608386031261041e57602060609160405161223281611fcd565b85358152612241838701611f63565b838201526040860135604082015281520192019161214c565b60608386031261041e57602060609160405161227581611fcd565b61227e86611f63565b815261228b838701611f63565b83820152604086013560408201528152019201916120ea565b604051906122b182611fe9565b5f602083606081520152565b6040519060c0820182811067ffffffffffffffff821117611fa057604052606060a0835f81525f60208201526122f16122a4565b60408201526122fe6122a4565b8382015261230a6122a4565b60808201520152565b6040519060e0820182811067ffffffffffffffff821117611fa0576040525f60c08361233d6122bd565b815282602082015261234d6122a4565b604082015261235a6122a4565b60608201526123676122a4565b60808201528260a08201520152565b60643567ffffffffffffffff8116810361041e5790565b60843567ffffffffffffffff8116810361041e5790565b6040906123bb939281528160208201520190611ca8565b90565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b8051156124095760200190565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b80518210156124095760209160051b010190565b6040519061245782611f84565b5f6080836060815260606020820152606060408201528260608201520152565b3573ffffffffffffffffffffffffffffffffffffffff8116810361041e5790565b919290813593600385101561041e576042946125a35760209373ffffffffffffffffffffffffffffffffffffffff849381809467ffffffffffffffff6124e18a60a09a01612477565b916124ee60408a01612477565b946124fb60608b01612477565b977f07836d09ca7a7bee4dc84d62db64b03692ff2d5886533d8889babb2f5a3601336040519d8e015260408d015260608c01521660808a015216868801521660c08601521660e08401520135610100820152610100815261255e61012082612022565b6020815191012061256d613eb7565b90604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201522090565b829167ffffffffffffffff73ffffffffffffffffffffffffffffffffffffffff926125d2602060a09701612477565b92604051977fad7d46aa481c8a3ecb719d40a6df5faa37df330e35144de54a4e02f28ba5ae2960208a0152604089015260608801521660808601521682840152608081013560c0840152013560e082015260e0815261263361010082612022565b61255e565b9061264282612063565b61264f6040519182612022565b8281527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe061267d8294612063565b0190602036910137565b67ffffffffffffffff8111611fa057601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b91908203918211610f6157565b9093929384831161041e57841161041e578101920390565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18136030182121561041e570180359067ffffffffffffffff821161041e5760200191813603831361041e57565b916040519173ffffffffffffffffffffffffffffffffffffffff60208401941684526040830152606082015260608152612772608082612022565b51902090565b7f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005c6127c45760017f9b779b17422d0df92223018b32b4d1fa46e071723d6817e2486d003becc55f005d565b7f3ee5aeb5000000000000000000000000000000000000000000000000000000005f5260045ffd5b9290835f5260026020526101d961281360405f2054946040519283916020830195866123a4565b51902082146128ac5750801561288057600114612855577fd29bb164000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7fcf43a738000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507f26d78428000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b915050565b91908110156124095760051b810135907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff218136030182121561041e570190565b9060028201809211610f6157565b9060018201809211610f6157565b9060148201809211610f6157565b91908201809211610f6157565b61293061244a565b50805160408101519160208351930151835260608201519160208351930151835267ffffffffffffffff6020816080840151938285519501518552511693015116926040519461297f86611f84565b8552602085015260408401526060830152608082015290565b73ffffffffffffffffffffffffffffffffffffffff16801515806129ea575b156129bf5750565b7f1d13fd16000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b50308114156129b7565b905f8091602081519101845af48080612aa8575b15612a285750506040513d81523d5f602083013e60203d82010160405290565b15612a6f5773ffffffffffffffffffffffffffffffffffffffff907f9996b315000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b3d15612a80576040513d5f823e3d90fd5b7fd6bda275000000000000000000000000000000000000000000000000000000005f5260045ffd5b503d151580612a085750813b1515612a08565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8114610f615760010190565b15612aef57565b7fab3b4799000000000000000000000000000000000000000000000000000000005f525f60045260245ffd5b15612b2257565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b15612b5657565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600960045260245ffd5b15612b8a57565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601560045260245ffd5b15612bbe57565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52601660045260245ffd5b15612bf35750565b7fab3b4799000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b9190604051612c2c81611fcd565b606081526020810193606085525f604083015281945f925f5b858110612d33578086612c589214612beb565b612c6184612638565b8152612c6c84612638565b82525f94855b858710612c825750505050505050565b612c978183612c90826128f1565b1115612beb565b8085013560f01c60028201808311610f6157612cbf90612cb7838261291b565b9085896126ce565b90612cc982612687565b612cd66040519182612022565b8281526020810190368484011161041e575f602085879686863783010152519020612d028b8851612436565b5260101b17612d12898751612436565b526002019081600211610f6157600191612d2b9161291b565b960195612c72565b612d418187612c90826128f1565b8084013560f01c6002019081600211610f6157612d6791612d619161291b565b94612abb565b93612c45565b929190604082019260406020855101511161301857612d8d9392936122a4565b60808501948551965f965f9660208a01985b8951891015612dd557612dcd600191612db88b8e614fa3565b612dc760208251920151614fc2565b90615061565b980197612d9f565b93969950612e1a959850602091929497508190510151915101519160405193612dfd85611f84565b84526020840152604083015260608201525f608082015283613733565b5f9260208301905b815115613466575f6080604051612e3881611f84565b828152826020820152826040820152826060820152015281517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610f615780612e899184528551612436565b51947fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a86511461345f57612ebc90612abb565b94610100861161343757612ed181518861408e565b909190600190612ee381831115612ae8565b833560f81c908282036130405760a0880151926015612f0483821115612b1b565b612f138288013560601c612998565b601691612f2284841115612b83565b8188013560f81c11612bf35750612f4b90612f4083602a1115612bb7565b86013560601c612998565b6040808501612f5a8151612abb565b80915211613018577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff612f998594612f928489614165565b979161507f565b14612feb57612fd6946002612fce94935b03612fdb57612fc983612fc260ff60405b168261291b565b8414612beb565b614031565b815285613733565b612e22565b612fc983612fc260ff6020612fbb565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52603e60045260245ffd5b7fd1f931c3000000000000000000000000000000000000000000000000000000005f5260045ffd5b8394600483959495145f146131095761307c93945060a08901516130a66130678484615323565b969092613075888787614192565b9b9161507f565b957fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff871415612beb565b6040606087016130b68151612abb565b809152116130e157612fd696612fce956130d960029360208a0192835191615061565b905293612faa565b7f9fdcaa43000000000000000000000000000000000000000000000000000000005f5260045ffd5b91939092506003840361333b5760299061312584831115612b4f565b61313360098401358d61408e565b9160a08b015161314584831115612ae8565b6006833560f81c03612aef57815b84811061317257505050505091612fd69493916002612fce9493612faa565b6131808186612c90826128ff565b8381013560f81c83810361325d5750828101808211610f61576131a76131ac91878761546e565b612998565b60158101808211610f61576131a76131c591878761546e565b603d8101809111610f615761320c817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61320585612f928f968b8b614192565b1415612beb565b60208101808211610f61578186613224921115612beb565b6020810180911115613153577f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b81600282036132db5784915001809111610f615761327c9085856153ab565b905060148101808211610f61578086612c90613297936128ff565b60158101808211610f6157906101fe60145f928701013560f71c165b848183106132c35750505061320c565b9091926132d190888861540c565b90509201906132b3565b60036132e79214612beb565b828101809111610f615761333681847fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61332f868f96613328908c8c614192565b989161507f565b1414612beb565b61320c565b91906002849594149283801561342d575b15612aef5761339085917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61338960a08d0151612f928888614138565b1414612b1b565b80936133a9575b5090612fce92916002612fd696612faa565b9291906020840195868511610f61576040850190818811610f6157613422612fce966133dd612fd69a876002961115612beb565b602089015160408a015160608b01519060808c01519260206040519561340287611f84565b8a010135855260208501526040840152606083015260808201528d613733565b965050909192613397565b506005861461334c565b7f7737af63000000000000000000000000000000000000000000000000000000005f5260045ffd5b9450612e22565b945050505050565b91909182519060c08401925b7fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a8203613575575050506040825101515f936040602083019401945b8451811015613549576001906134ca615819565b506135406134d9828651612436565b5173ffffffffffffffffffffffffffffffffffffffff81511690604073ffffffffffffffffffffffffffffffffffffffff602083015116910151906040519261352184611f84565b80845260208401525f6040840152606083015260808201528851613733565b818552016134b6565b50935050505f90527fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a90565b613582828297969761408e565b60019361359182861115612ae8565b823560f81c6003810361364657506135ac8260091115612b1b565b60208601518386013560c01c9182821061363a575086518281106135fb575050906135e8929160a08a018051156135f3575b5050602991614031565b91845294939461347a565b525f806135de565b9067ffffffffffffffff80927f393a8d97000000000000000000000000000000000000000000000000000000005f52166004521660245260445260645ffd5b99505050505050505050565b905084810361366657509081613660896135e89484614676565b91614031565b6004810361367f57509081613660896135e8948461459b565b61369c90866002876136918688614138565b9691949087956141dd565b1492036136c757506135e893929161366091156136be5760ff5f5b169061291b565b60ff60206136b7565b939150156136db575b906135e89291614031565b6040516136e781612005565b60048161372a916135e896959493525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e082015260608c0151613733565b909192506136d0565b906020820190815192838151518114613760575b6137519151612436565b5260018201809211610f615752565b60011b7f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff85168503610f615760048101809111610f61576137a18591612638565b5f5b8281106137b257508252613747565b60019192506137c2818551612436565b516137cd8285612436565b52019085916137a3565b156137df5750565b7fd297dc69000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b919392907fbc36789e7a1e281436464229828f817d6612f7b477d66591ff96a9e064bcc98a8114613c5e578161384761386092600996959461408e565b959061385860299760291115612b4f565b01359061408e565b90928560015b838110613c1a57505050600192823560038110159560028214965b8487106138bf5761389760a08a015180156137d7565b7fe767abbb000000000000000000000000000000000000000000000000000000005f5260045ffd5b6138cc898887878a6149d0565b9050966138dd8187612c90826128ff565b8085013560f81c60018114613a3157600214613939575061041e575f9587613911575b60208101809111610f615795613881565b7f07259e06000000000000000000000000000000000000000000000000000000005f5260045ffd5b6001819a9799969492989a95939501809111610f615761395a9084846153ab565b94909761041e575f946001831490811591613a22575b8a82156139e6575b50506139d85760a08973ffffffffffffffffffffffffffffffffffffffff8a6139a360208401612477565b907f7c725fb4000000000000000000000000000000000000000000000000000000005f5260045216602452013560445260645ffd5b919396509193969497613900565b73ffffffffffffffffffffffffffffffffffffffff919250613a16613a0e6020849301612477565b93888861404f565b16911614155f8a613978565b60808b01358a14159150613970565b509895979290969193949661041e575f918115801590613bd7575b613bc7575050505060158601808711610f6157613a6a90858461546e565b613a9a6020870173ffffffffffffffffffffffffffffffffffffffff80613a9083612477565b9416928392612477565b931603613b815750508501808611610f6157613ab790848361546e565b613add6060860173ffffffffffffffffffffffffffffffffffffffff80613a9083612477565b931603613b3b575050603d8501809511610f615760a094613b0b93613b0192614192565b50909151916141dd565b7fbefbfaed000000000000000000000000000000000000000000000000000000005f52600452013560245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f2d6ac127000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff92507f627d128b000000000000000000000000000000000000000000000000000000005f526004521660245260445ffd5b9092979598509593929095613900565b50613be460408a01612477565b60018b01808c11610f615773ffffffffffffffffffffffffffffffffffffffff613c1081928c8b61546e565b1691161415613a4c565b90613c2c9184878795999896976149d0565b9490859015613c455750506123bb9495612fc991614ce9565b9095919392945060208101809111610f61578690613866565b61389760a086015180156137d7565b9060408403613e68578360201161041e578235602084013560207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0870110613e37575b601b8160ff1c019060ff8211610f615773ffffffffffffffffffffffffffffffffffffffff8516918215159384613db1575b50505050613da8575b813b15159283613cfe575b505050905090565b5f93507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f86602097606494604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d111616805f8080613cf6565b50505050600190565b602093945091613e077f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff925f94604051948594169189859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561190c5773ffffffffffffffffffffffffffffffffffffffff5f5116145f808080613ce2565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60208781030160031b1b16613cb0565b613e73848483614f6f565b506004811015611e9857159081613e94575b5015613ceb5750505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f613e85565b73ffffffffffffffffffffffffffffffffffffffff7f000000000000000000000000000000000000000000000000000000000000000016301480613fb1575b15613f1f577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a0815261277260c082612022565b507f00000000000000000000000000000000000000000000000000000000000000004614613ef6565b60ff811690601f82116140095760405191613ff6604084612022565b6020808452838101919036833783525290565b7fb3512b0c000000000000000000000000000000000000000000000000000000005f5260045ffd5b9060208301808411610f615761404a9184911115612beb565b013590565b9060148301808411610f61576140689184911115612beb565b013560601c90565b908261408091612c90868361291b565b01359060031b610100031c90565b9190918051519060408101908151915f925b8484106140d357867fee43168e000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b84811015614131575b866140e8828551612436565b5114614101576140f9600191612abb565b9301926140a0565b935091509293506001820192838311610f615761412393602092520151612436565b519061ffff8260101c921690565b505f6140dc565b919060038110612b2257600183013560f01c92836003019182600311610f61578211612b22576003019291565b919060408110612feb57603e83013560f01c92836040019182604011610f61578211612feb576040019291565b90929160028101808211610f6157846141d7936141b6846141d298612c90826128f1565b6141c68482013560f01c8461291b565b96879483861115612beb565b6126ce565b92909291565b92919060a0820151935f925f5b84848210156145875760018201916142068187612c90826128ff565b84013560f81c906001820361423c57505061422290848461540c565b959061423360018701979689612436565b525b94936141ea565b6002829392989798145f146142b95750602891506142a3604084015173ffffffffffffffffffffffffffffffffffffffff61427884898961404f565b1673ffffffffffffffffffffffffffffffffffffffff61429c601486018a8a61404f565b16916155e6565b6142b160018901988a612436565b520193614235565b600383149283801561457d575b156143295750506014916142de61430d9287876153ab565b929060608601519073ffffffffffffffffffffffffffffffffffffffff614306868b8b61404f565b1691615554565b911561432257506142b160018901988a612436565b90506142a3565b9196925090600681036143685750506143466143529585856153ab565b9590608084015161550e565b9050614362600188019789612436565b52614235565b600481036143825750508151614362600188019789612436565b6005810361439f5750506020820151614362600188019789612436565b601081036143b857505060016143628188019789612436565b601181036143d15750505f614362600188019789612436565b600781036144155750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff860161436261440b828a612436565b515f039189612436565b6014810361445a5750507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff860161436261444f828a612436565b516001039189612436565b600c810361450b5750507ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe8601957ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffd81019060016144b8838b612436565b51036144d557506143626144cc888a612436565b51915b89612436565b6145047fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61436292018a612436565b51916144cf565b90966145767ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6143629301990192614564848c612436565b5161456f8b8d612436565b519161547d565b9189612436565b50601581146142c6565b50505050505090614597906123fc565b5190565b6145b56145c093926145ad8184615323565b919093614192565b9491908451916141dd565b82516080015190926003915f9160600190602081019083905b8251821015614653576145ec8282614fa3565b91878351036146495750506020915001938451906040519361460d85612005565b611e98576146459484525f60208501525f60408501525f60608501525f608085015260a084015260c08301528460e083015251613733565b5290565b60010191506145d9565b9450505050506123bb926040519261466a84611fe9565b83526020830152613733565b90916146858360151115612b1b565b61469283602a1115612bb7565b61469f8360161115612b83565b82603e116149a357604051906146b482611f84565b600183013560601c82526147136020830193601681013560601c855260408401956001601583013560f81c1487526147016060860191602a84013560601c835260808701935f8552614165565b989194908651906040820151966141dd565b5f8113156148fd576147a661475873ffffffffffffffffffffffffffffffffffffffff89511673ffffffffffffffffffffffffffffffffffffffff86511690886155e6565b828110156148f657805b81875261479f73ffffffffffffffffffffffffffffffffffffffff8b51169273ffffffffffffffffffffffffffffffffffffffff885116926126c1565b91886156a1565b835190808210614812575b50509160409493916123bb9793516147cf575b505050500151613733565b61480373ffffffffffffffffffffffffffffffffffffffff8061480996511692511692516147fe8484876155e6565b61291b565b926156a1565b5f8080806147c4565b959492909793915f60e060405161482881612005565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015273ffffffffffffffffffffffffffffffffffffffff88511673ffffffffffffffffffffffffffffffffffffffff86511697825115159a73ffffffffffffffffffffffffffffffffffffffff85511691604051926148ad84612005565b6123bb9d60409c6148e9966002875260208701528d860152606085015260808401525f60a084015260c083015260e08201526060880151613733565b91939781939596506147b1565b8290614762565b9250959392509373ffffffffffffffffffffffffffffffffffffffff8080925f60e060405161492b81612005565b8281528260208201528260408201528260608201528260808201528260a08201528260c082015201525116945116955115159451166040519461496d86612005565b6123bb9660609560018852602088015260408701528486015260808501525f60a085015260c08401525f60e08401520151613733565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52602a60045260245ffd5b94939290916149e38282612c90826128ff565b8183013560f81c60018114614b7757600214614a455760018201809211610f6157614a0d92614192565b9491909135600381101561041e576002149182614a2d575b505090509190565b614a3c925060019351916141dd565b14805f80614a25565b94925060018101809111610f6157614a5e9085836153ab565b90928035600381101561041e576001149384614b69575b5083614b2c575b60a001356014820192838311610f61575f93614a9c8189612c90826128ff565b60156014858401013560f81c9401809111610f6157969291905f935b838510614ad457505050505081614ace57509190565b90509190565b909192939460019084614aeb614af59b858761540c565b85879d929d61540c565b9190919b8315614b0e575b505050950193929190614ab8565b1315915081614b21575b505f8581614b00565b90508413155f614b18565b925060a0614b3c60208501612477565b73ffffffffffffffffffffffffffffffffffffffff80614b5d858a8861404f565b16911614939050614a7c565b60808201351493505f614a75565b50919490603d8101808211610f6157614b91908488614192565b979091928435600381101561041e57159586614c72575b86614c2e575b86614be3575b50505083614bc6575b50505090509190565b60a09350614bd6929451916141dd565b91013514805f8080614bbd565b9091929550614bf460608601612477565b9260298301809311610f615773ffffffffffffffffffffffffffffffffffffffff928392614c219261546e565b16911614925f8080614bb4565b9550614c3c60208601612477565b60158201808311610f615773ffffffffffffffffffffffffffffffffffffffff614c6881928a8761546e565b1691161495614bae565b9550614c8060408601612477565b60018201808311610f615773ffffffffffffffffffffffffffffffffffffffff614cac81928a8761546e565b1691161495614ba8565b15614cbe5750565b7f0d24dd22000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b803591600383101561041e5760028314614f6a57600160a08301359384807fffffffffffffffffffffffffffffffffffffffff00000000000000000000000013159081614f52575b614d3a91614cb6565b14614f42575f831315614e235760409092919251015181935f92602083019460608101945b8651811015614ddf57614d70615819565b50614d7c818651612436565b5173ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff614db689612477565b1614614dc6575b50600101614d5f565b600191986040614dd89201519061291b565b9790614dbd565b50614e2195506118776040614e1592614e0f614803959798969a6c01000000000000000000000000811115614cb6565b01612477565b926147fe8484876155e6565b565b9190614e3160208201612477565b92614e4a6060614e4360408501612477565b9301612477565b9273ffffffffffffffffffffffffffffffffffffffff60405195614e6d87611f84565b16855273ffffffffffffffffffffffffffffffffffffffff602086019316835273ffffffffffffffffffffffffffffffffffffffff80806040880197600189528160608201981688525f60808201525f60e0604051614ecb81612005565b8281528260208201528260408201528260608201528260808201528260a08201528260c0820152015251169451169551151594511660405194614f0d86612005565b614e21966060955f8852602088015260408701528486015260808501525f60a085015260c08401525f60e08401520151613733565b5160600151614e21925090615837565b6c010000000000000000000000008113159150614d31565b505050565b9060418303614f9957614f929250602081013591604082359201355f1a90615912565b9192909190565b50505f9160029190565b90614597915f6020604051614fb781611fe9565b828152015251612436565b801561505c575f811315615056575b7d0101020202020303030303030303000000000000000000000000000000006fffffffffffffffffffffffffffffffff821160071b67ffffffffffffffff83821c1160061b1763ffffffff83821c1160051b1761ffff83821c1160041b1760ff83821c1160031b17600f83821c1160021b1791821c1a1760018101809111610f615790565b19614fd1565b505f90565b91906040519261507084611fcd565b83526020830152604082015290565b9192906020840151925f935f915f5b8481106150cd575050506150b761020094936150b26150c294600160809514612beb565b6123fc565b51940191825161291b565b809152116134375790565b809692966150da82612abb565b916150e98188612c90826128ff565b83013560f81c90600182036151cd5750509161510961511093868461540c565b9390614fc2565b905b60fe82118015906151a4575b15615178576080851015615150576151499161514361513c87612abb565b9689612436565b52612abb565b959161508e565b7f2e3a521a000000000000000000000000000000000000000000000000000000005f5260045ffd5b507f25b262d9000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff821461511e565b6002820361520457505060148101808211610f61578086612c906151f09361290d565b60288101809111610f615791606090615112565b876003839694931495868015615319575b15615278575050506152289086846153ab565b90506152388187612c908261290d565b60148101809111610f615792156152525760605b90615112565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff61524c565b92955090916006810361529e5750505061529661524c9386846153ab565b939088615c76565b60048114801561530f575b156152b957505050604090615112565b601081148015615305575b156152f3575050507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff90615112565b906152ff9396916159b3565b93615112565b50601181146152c4565b50600581146152a9565b5060158114615215565b90919060028310612b22576001810135908160f81c60208111612b22576002019384600211610f6157841161537e576002013560f59190911c6107f81661010090810391821c91908111610f61571b9180600211610f615790565b7fab3b4799000000000000000000000000000000000000000000000000000000005f52600260045260245ffd5b9291926153bc8483612c90826128ff565b83810135918260f81c916153d4866020851115612beb565b60018601809611610f615782866107f8936153ee93614070565b9260f51c1661010003916101008311610f61576123bb921b9361291b565b92919261541d8483612c90826128ff565b83810135906107f88260f81c92615438876020861115612beb565b60f51c1661010003906101008211610f615760018601809611610f615782866123bb9561546493614070565b811b901d9361291b565b908261406891612c908261290d565b60088114615509576009811461550457600a81146154ff57600b81146154ef57601281146154ea57601381146154e557601681146154df57601781146154da57601881146154d5576019146154d0571490565b131590565b501290565b501390565b50121590565b501790565b501690565b50816154fb5750505f90565b0590565b500290565b500390565b500190565b6020810191905f5b835181101561554a576155298183614fa3565b8381511461553a5750600101615516565b6020015160019590945092505050565b505050505f905f90565b6020810192905f5b84518110156155db5761556d615819565b50615579818351612436565b5184815114806155a2575b615591575060010161555c565b604001516001969095509350505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff851614615584565b50505050505f905f90565b90915f9173ffffffffffffffffffffffffffffffffffffffff602082019416925b845181101561569857615618615819565b50615624818351612436565b518473ffffffffffffffffffffffffffffffffffffffff825116148061565f575b6156525750600101615607565b6040015195945050505050565b5073ffffffffffffffffffffffffffffffffffffffff60208201511673ffffffffffffffffffffffffffffffffffffffff851614615645565b50505050505f90565b93602085019390925f9273ffffffffffffffffffffffffffffffffffffffff16908215905b86518510156157d0576156d7615819565b506156e3858951612436565b51928073ffffffffffffffffffffffffffffffffffffffff85511614801590615796575b61578a5750501561578057505082517fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8101908111610f615783525b825181101561577a578351906001810191828211610f615760019261576791612436565b51615773828751612436565b5201615743565b50915050565b6040015250915050565b925093600101936156c6565b5073ffffffffffffffffffffffffffffffffffffffff60208501511673ffffffffffffffffffffffffffffffffffffffff83161415615707565b955090939592506158135773ffffffffffffffffffffffffffffffffffffffff614e21946040519461580186611fcd565b85521660208401526040830152613733565b50505050565b6040519061582682611fcd565b5f6040838281528260208201520152565b5f6020830160808301359260a0810135945b82518410156158d35761585a615819565b50615866848251612436565b51938585511480159061588e575b6158845750505050604091500152565b6001019350615849565b5073ffffffffffffffffffffffffffffffffffffffff60208601511673ffffffffffffffffffffffffffffffffffffffff6158cb60208601612477565b161415615874565b925093906040905110156130e15773ffffffffffffffffffffffffffffffffffffffff6159056020614e219601612477565b6040519461580186611fcd565b90917f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a084116159a8579061596b6020945f9493604051948594859094939260ff6060936080840197845216602083015260408201520152565b838052039060015afa1561190c575f5173ffffffffffffffffffffffffffffffffffffffff81161561599e57905f905f90565b505f906001905f90565b5050505f9160039190565b93929091600785148015615c6c575b15615c4c576159e460ff60015b16826159df858395841115612beb565b6126c1565b946159ef8685612436565b519360018314615c195760018701808811610f6157615a1060039183612436565b519314615b4a5750601281148015615b40575b801592615a5e858515807fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8a14149081615b14575b50612beb565b600883148015615b0a575b615aed57600a8314615adb5750600b8214615ad357615a8e945091615ab35750612beb565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff9190565b6016811015915081615ac7575b505f615a58565b601a915011155f615ac0565b505050509190565b9350505050615ae99161291b565b9190565b949350505050818082119118021860018101809111610f61579190565b5060098314615a69565b90507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8414145f615a58565b5060138114615a23565b9291937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff91501480615bef575b80615ba9575b90615b8791612beb565b60028401808511610f6157615b9b91612436565b519081808211911802189190565b506002850190818611610f61577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff615be4615b879385612436565b511415909150615b7d565b507fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff831415615b77565b50615ae99291506014147fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff841414612beb565b600c8503615c60576159e460ff60036159cf565b6159e460ff60026159cf565b50601485146159c2565b805b615c825750505f90565b615c8a615819565b5081815114615c9d576040015180615c78565b6020915001519056' as const;
